package dev.blackstart.stories;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

import dev.blackstart.problem.Choice;

/**
 * A story as its readers get it.
 *
 * @param by person key; null for a story without a name
 * @param at when it was written; null for a story without a name
 * @param editToken what a story without a name is changed with: told once, when it is new
 */
public record StoryView(UUID id, int version, String title, String text, String learned, List<String> systems,
        String principle, String happened, String state, String by, boolean anonymous, Instant at, String url,
        @JsonInclude(JsonInclude.Include.NON_NULL) String editToken) {

    static StoryView of(Story story) {
        return of(story, null);
    }

    static StoryView of(Story story, String editToken) {
        return new StoryView(story.id, story.version, story.title, story.text, story.learned,
                List.copyOf(new TreeSet<>(story.systems)), Choice.key(story.principle), story.happened,
                Choice.key(story.state), story.author, story.author == null, story.author == null ? null : story.createdAt,
                "/stories/" + story.id, editToken);
    }

    @JsonIgnore
    public boolean isPublished() {
        return state.equals(Choice.key(StoryState.PUBLISHED));
    }

    /** When it happened, for people. */
    @JsonIgnore
    public String when() {
        return StoryDay.words(happened);
    }
}
