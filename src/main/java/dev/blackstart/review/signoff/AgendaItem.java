package dev.blackstart.review.signoff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonIgnore;

import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;

/** A part of the review meeting. @param minutes its time box */
public record AgendaItem(String title, int minutes) {

    /** A meeting that reserves time for countermeasures ends with actions. */
    static final List<AgendaItem> DEFAULT = List.of(new AgendaItem("Purpose and ground rules", 5),
            new AgendaItem("The timeline, read aloud and completed", 20),
            new AgendaItem("What surprised us, and why it made sense at the time", 20), new AgendaItem("What worked well", 5),
            new AgendaItem("Countermeasures: owner, due day, proof", 30), new AgendaItem("Sign-off, and who tells whom", 10));

    private static final int MOST = 50;
    private static final int LONGEST = 480;
    private static final Pattern LINE = Pattern.compile("\\s*(\\d{1,3})\\s+(\\S.*)");

    /** @throws Problem 422 that names what is wrong */
    static List<AgendaItem> checked(List<AgendaItem> agenda) {
        if (agenda.size() > MOST) {
            throw Problem.invalid("agenda", "An agenda has at most %d parts.".formatted(MOST));
        }
        for (AgendaItem item : agenda) {
            if (item == null || item.title == null || item.title.isBlank()) {
                throw Problem.invalid("agenda", "Each part of the agenda has a title and minutes.");
            }
            TextLimits.atMost(TextLimits.LINE, "agenda", item.title);
            if (item.minutes < 1 || item.minutes > LONGEST) {
                throw Problem.invalid("agenda", "Give '%s' between 1 and %d minutes.".formatted(item.title, LONGEST));
            }
        }
        return agenda;
    }

    /** One a line: minutes, then the title. @throws Problem 422 that names the line */
    static List<AgendaItem> parse(String text) {
        List<AgendaItem> agenda = new ArrayList<>();
        for (String line : text.lines().filter(one -> !one.isBlank()).toList()) {
            Matcher part = LINE.matcher(line);
            if (!part.matches()) {
                throw Problem.invalid("agenda", "Begin each line with its minutes: '20 The timeline'. This one does not: "
                        + line.strip());
            }
            agenda.add(new AgendaItem(part.group(2).strip(), Integer.parseInt(part.group(1))));
        }
        return checked(agenda);
    }

    static String lines(List<AgendaItem> agenda) {
        return agenda.stream().map(item -> item.minutes + " " + item.title).collect(Collectors.joining("\n"));
    }

    /** Whether it is time for what will be done about it. */
    @JsonIgnore
    public boolean isForCountermeasures() {
        String words = title.toLowerCase(Locale.ROOT);
        return words.contains("countermeasure") || words.contains("action");
    }
}
