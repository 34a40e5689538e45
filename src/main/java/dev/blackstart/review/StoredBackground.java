package dev.blackstart.review;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.evaluation.Scoreboard;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.approval.Approval;
import dev.blackstart.people.Team;
import dev.blackstart.people.system.SystemEntry;
import dev.blackstart.preparation.checklist.Comment;
import dev.blackstart.preparation.checklist.PreparationFile;
import dev.blackstart.preparation.checklist.PreparationItem;
import dev.blackstart.review.draft.Background;
import dev.blackstart.review.draft.Background.Approved;
import dev.blackstart.review.draft.Background.Prepared;
import dev.blackstart.review.draft.Background.Remark;

/** Reads what a report needs beside the journal, one query for each kind of thing. */
@ApplicationScoped
class StoredBackground {

    Background of(Exercise exercise, ExerciseAccess reader) {
        Scoreboard board = Scoreboard.shown(exercise, reader);
        return new Background(approvals(exercise), preparation(exercise.id), board.hasPoints() ? board.scores() : List.of(),
                teams(), owners(exercise));
    }

    /** Members by key of the team. */
    static Map<String, Set<String>> teams() {
        Map<String, Set<String>> teams = new HashMap<>();
        Team.allByKey().forEach(team -> teams.put(team.key, Set.copyOf(team.members)));
        return teams;
    }

    private static List<Approved> approvals(Exercise exercise) {
        return Approval.of(exercise.planKey, exercise.revision).stream()
                .filter(one -> !one.createdAt.isAfter(exercise.clock.startedAt))
                .map(one -> new Approved(one.createdAt, one.person, one.decision.key(), one.comment)).toList();
    }

    private static List<Prepared> preparation(UUID exercise) {
        List<PreparationItem> items = PreparationItem.needed(exercise);
        Collection<UUID> ids = items.stream().map(item -> item.id).toList();
        Map<UUID, List<String>> files = PreparationFile.ofAll(ids).stream().collect(Collectors.groupingBy(file -> file.itemId,
                Collectors.mapping(file -> file.name, Collectors.toList())));
        Map<UUID, List<Remark>> comments = Comment.ofAll(ids).stream().collect(Collectors.groupingBy(one -> one.itemId,
                Collectors.mapping(one -> new Remark(one.createdAt, one.author, one.text), Collectors.toList())));
        return items.stream().map(item -> prepared(item, files.getOrDefault(item.id, List.of()),
                comments.getOrDefault(item.id, List.of()))).toList();
    }

    private static Prepared prepared(PreparationItem item, List<String> files, List<Remark> comments) {
        Instant due = item.dueAt;
        return new Prepared(item.key, item.title, item.team, item.kind, item.blocking, item.state.key(), due, item.owner,
                item.reason, item.evidence, files, comments, item.doneBy, item.doneAt, item.verifiedBy, item.verifiedAt);
    }

    private static Map<String, String> owners(Exercise exercise) {
        Set<String> targets = exercise.plan().drills().stream().flatMap(drill -> drill.targets().stream())
                .collect(Collectors.toSet());
        return SystemEntry.among(targets).stream().filter(system -> system.owner != null)
                .collect(Collectors.toMap(system -> system.key, system -> system.owner));
    }
}
