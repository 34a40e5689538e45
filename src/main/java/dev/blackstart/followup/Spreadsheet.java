package dev.blackstart.followup;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import dev.blackstart.followup.action.ActionView;
import dev.blackstart.followup.action.Actions;
import dev.blackstart.web.CsvText;
import dev.blackstart.web.Json;

/**
 * Actions as comma-separated values that a spreadsheet opens without harm.
 */
final class Spreadsheet {

    private static final List<String> HEAD = List.of("action", "defect", "defect title", "rank", "owner", "teams", "kind",
            "state",
            "due",
            "overdue", "link", "evidence", "dropped because", "done", "verified", "verified by");

    private Spreadsheet() {
    }

    static String of(List<ActionView> actions) {
        return CsvText.of(HEAD, actions.stream().map(Spreadsheet::row));
    }

    private static List<String> row(ActionView action) {
        return Arrays.asList(action.title(), action.defect().reference(), action.defect().title(), action.rank(),
                action.owner(),
                String.join(", ", action.teams()), action.kind(), action.state(), at(action.due()),
                action.overdue() ? "yes" : "no", action.link(), action.evidence(), action.dropReason(), at(action.doneAt()),
                at(action.verifiedAt()), action.verifiedBy());
    }

    private static String at(Instant instant) {
        return instant == null ? null : Json.text(instant);
    }

}
