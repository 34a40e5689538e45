package dev.blackstart.followup;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.blackstart.web.Cell;
import dev.blackstart.web.Json;

/**
 * Actions as comma-separated values that a spreadsheet opens without harm.
 */
final class Spreadsheet {

    private static final List<String> HEAD = List.of("action", "defect", "defect title", "owner", "teams", "kind", "state",
            "due",
            "overdue", "link", "evidence", "dropped because", "done", "verified", "verified by");

    private Spreadsheet() {
    }

    static String of(List<ActionView> actions) {
        return Cell.BYTE_ORDER_MARK + Stream.concat(Stream.of(HEAD), actions.stream().map(Spreadsheet::row))
                .map(row -> row.stream().map(Cell::written).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n"))
                + "\r\n";
    }

    private static List<String> row(ActionView action) {
        return Stream.of(action.title(), action.defect().reference(), action.defect().title(), action.owner(),
                String.join(", ", action.teams()), action.kind(), action.state(), at(action.due()),
                action.overdue() ? "yes" : "no", action.link(), action.evidence(), action.dropReason(), at(action.doneAt()),
                at(action.verifiedAt()), action.verifiedBy()).map(text -> text == null ? "" : text).toList();
    }

    private static String at(Instant instant) {
        return instant == null ? null : Json.text(instant);
    }

}
