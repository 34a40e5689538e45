package dev.blackstart.review.draft;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.blackstart.evaluation.Scoreboard;

/**
 * What is stored of an exercise beside its journal: what came before it, what teams earned, who belongs to which team.
 *
 * @param approvals of its revision until STARTEX, oldest first
 * @param preparation in the plan's order
 * @param scores of a game, the best first; empty where there is nothing to earn
 * @param teams members by key of the team
 * @param owners person or team that answers for a system, by key of the system
 */
public record Background(List<Approved> approvals, List<Prepared> preparation, List<Scoreboard.Score> scores,
        Map<String, Set<String>> teams, Map<String, String> owners) {

    public static final Background NONE = new Background(List.of(), List.of(), List.of(), Map.of(), Map.of());

    /** Without what teams said to each other and attached while they prepared. */
    public Background forReaders() {
        return new Background(approvals, preparation.stream().map(Prepared::forReaders).toList(), scores, teams, owners);
    }

    /** Keys of the teams of a person, or the team itself. */
    public Set<String> teamsOf(String who) {
        if (teams.containsKey(who)) {
            return Set.of(who);
        }
        return teams.entrySet().stream().filter(team -> team.getValue().contains(who)).map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What an approver said. @param decision approved or rejected @param comment null without one */
    public record Approved(Instant at, String by, String decision, String comment) {
    }

    /**
     * What a team got ready.
     *
     * @param state open, started, blocked, done or verified
     * @param reason what blocks it, or null
     * @param evidence what shows that it is done, or null
     * @param files names of the files that show it
     */
    public record Prepared(String key, String title, String team, String kind, boolean blocking, String state, Instant due,
            String owner, String reason, String evidence, List<String> files, List<Remark> comments, String doneBy,
            Instant doneAt, String verifiedBy, Instant verifiedAt) {

        Prepared forReaders() {
            return new Prepared(key, title, team, kind, blocking, state, due, owner, reason, evidence, List.of(), List.of(),
                    doneBy, doneAt, verifiedBy, verifiedAt);
        }

        /** Everybody it names. */
        Stream<String> people() {
            return Stream.concat(Stream.of(owner, doneBy, verifiedBy).filter(Objects::nonNull),
                    comments.stream().map(Remark::by));
        }
    }

    public record Remark(Instant at, String by, String text) {
    }
}
