package dev.blackstart.stories;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

import dev.blackstart.followup.defect.Defect.Principle;
import dev.blackstart.problem.Choice;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;

/**
 * A story as a person sends it. What a change leaves out (null) stays as it is; an empty text takes a value away.
 *
 * @param id made by the sender, so that sending it twice stores it once; or null
 * @param text Markdown
 * @param systems keys, of the directory or not: a story may be about a system that is gone
 * @param principle which of the four the story is about, as its word
 * @param happened a year, a month or a day
 * @param anonymous whether it is kept without its author; null for no; a change does not read it
 * @param state draft or published; null for a draft
 * @param editToken of a story without a name; only a change reads it
 * @param version that the change is made to; null for any
 */
public record StoryEntry(UUID id, String title, String text, String learned, List<String> systems, String principle,
        String happened, Boolean anonymous, String state, String editToken, Integer version) {

    private static final int MOST_SYSTEMS = 20;
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    /** What is stored of it. */
    record Checked(String title, String text, String learned, Set<String> systems, Principle principle, String happened,
            StoryState state) {
    }

    boolean isAnonymous() {
        return Boolean.TRUE.equals(anonymous);
    }

    /** @throws Problem 422 that names the field */
    Checked checked(LocalDate today) {
        StoryState asked = Choice.of("state", StoryState.class, state);
        return new Checked(required("title", TextLimits.LINE, title, "Give the story a title."),
                required("text", TextLimits.TEXT, text, "Tell what happened."),
                optional("learned", TextLimits.REASON, learned), keys(), Choice.of("principle", Principle.class, principle),
                StoryDay.checked(happened, isAnonymous(), today), asked == null ? StoryState.DRAFT : asked);
    }

    /** The same for a change: what is left out is taken from the story. */
    Checked over(Story story, LocalDate today) {
        return new StoryEntry(id, title == null ? story.title : title, text == null ? story.text : text,
                learned == null ? story.learned : learned, systems == null ? List.copyOf(story.systems) : systems,
                principle == null ? Choice.key(story.principle) : principle, happened == null ? story.happened : happened,
                story.author == null, state == null ? Choice.key(story.state) : state, editToken, version).checked(today);
    }

    private Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        for (String typed : systems == null ? List.<String> of() : systems) {
            String key = typed == null ? "" : typed.strip();
            if (!key.isEmpty() && !KEY.matcher(key).matches()) {
                throw Problem.invalid("systems", "The key of a system has at most 64 lower-case letters, digits and hyphens.");
            }
            if (!key.isEmpty()) {
                keys.add(key);
            }
        }
        if (keys.size() > MOST_SYSTEMS) {
            throw Problem.invalid("systems", "A story names at most " + MOST_SYSTEMS + " systems.");
        }
        return keys;
    }

    private static String required(String field, int longest, String typed, String advice) {
        if (typed == null || typed.isBlank()) {
            throw Problem.invalid(field, advice);
        }
        return TextLimits.atMost(longest, field, typed.strip());
    }

    private static String optional(String field, int longest, String typed) {
        return typed == null || typed.isBlank() ? null : TextLimits.atMost(longest, field, typed.strip());
    }
}
