package dev.blackstart.followup.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

import dev.blackstart.followup.action.ActionItem;
import dev.blackstart.people.Person;
import dev.blackstart.problem.Choice;
import dev.blackstart.web.Texts;

/**
 * What a weekly digest says: the most risk removed first.
 *
 * @param own actions of whoever gets it
 * @param led those of members of the teams that they lead
 * @param today where they are
 */
record DigestText(List<ActionItem> own, List<ActionItem> led, Instant now, LocalDate today, ZoneId zone) {

    private static final int SHOWN = 20;

    String subject() {
        long overdue = own.stream().filter(action -> action.isOverdue(now)).count();
        String yours = own.isEmpty() ? "Your team's actions: " + led.size() + " open"
                : "Your actions: " + own.size() + " open";
        return overdue == 0 ? yours : yours + ", " + overdue + " overdue";
    }

    String body(String list) {
        StringBuilder text = new StringBuilder("Week of ").append(today).append(".\n");
        if (!own.isEmpty()) {
            text.append("\nYou own ").append(Texts.count(own.size(), "open action")).append(":\n")
                    .append(lines(own, false)).append("All of yours: ").append(list).append("?whose=mine\n");
        }
        if (!led.isEmpty()) {
            text.append("\nYour teams own ").append(Texts.count(led.size(), "open action")).append(":\n")
                    .append(lines(led, true)).append("All that you may see: ").append(list).append("?whose=all\n");
        }
        return text.toString();
    }

    private String lines(List<ActionItem> actions, boolean named) {
        String shown = actions.stream().limit(SHOWN).map(action -> line(action, named)).collect(Collectors.joining());
        return actions.size() <= SHOWN ? shown : shown + "- and " + (actions.size() - SHOWN) + " more\n";
    }

    private String line(ActionItem action, boolean named) {
        return "- %s (%s%s%s)%n".formatted(action.title, named ? Person.nameOf(action.owner) + ", " : "",
                due(action), rank(action));
    }

    private String due(ActionItem action) {
        LocalDate day = LocalDate.ofInstant(action.dueAt, zone);
        return action.isOverdue(now) ? "overdue since " + day : "due " + day;
    }

    private static String rank(ActionItem action) {
        return switch (action.rank()) {
            case UNKNOWN -> ", not ranked";
            case CRITICAL -> ", critical: the priority of a critical bug";
            default -> ", " + Choice.key(action.rank());
        };
    }
}
