package dev.blackstart.review.draft;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * How people relate to what happened, and who met whom across teams.
 *
 * @param relations identified, responded, diagnosed, contributed, affected, in this order
 */
public record ReportPeople(List<Relation> relations, List<Meeting> meetings) {

    /**
     * @param relation identified, responded, diagnosed, contributed or affected
     * @param who key of a person or team; customers
     * @param how what shows it, in words
     * @param by who says it, where that is somebody's word; null for what the journal shows
     */
    public record Relation(String relation, String who, List<String> how, String by) {
    }

    /** Two teams. @param teams their keys */
    public record Meeting(List<String> teams, List<Occasion> occasions) {
    }

    /** @param at what brought them together, in words */
    public record Occasion(String at, List<String> people) {
    }

    @JsonIgnore
    public boolean isEmpty() {
        return relations.isEmpty() && meetings.isEmpty();
    }
}
