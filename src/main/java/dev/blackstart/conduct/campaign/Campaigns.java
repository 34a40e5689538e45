package dev.blackstart.conduct.campaign;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.conduct.ItemLine;
import dev.blackstart.conduct.Observation;
import dev.blackstart.conduct.Timeline;
import dev.blackstart.drills.Drill;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.exercise.page.StatusBanner;
import dev.blackstart.journal.JournalEntry;
import dev.blackstart.journal.JournalEvent;

/** The exercises that a campaign holds together, as one of their control staff sees them. */
@ApplicationScoped
class Campaigns {

    private static final int PAGE = 200;

    /** Running first, then what comes, then what is over. */
    private static final List<ExerciseState> ORDER = List.of(ExerciseState.PAUSED, ExerciseState.RUNNING,
            ExerciseState.SCHEDULED,
            ExerciseState.DRAFT, ExerciseState.ENDED, ExerciseState.CLOSED, ExerciseState.CANCELLED);

    private final Visibility visibility;
    private final Clock clock;

    /** What a revision of a plan says never changes. */
    private final Map<String, Optional<String>> ofRevision = new ConcurrentHashMap<>();

    Campaigns(Visibility visibility, Clock clock) {
        this.visibility = visibility;
        this.clock = clock;
    }

    /** An exercise of the campaign and how its reader stands to it. */
    record Member(Exercise exercise, ExerciseAccess sight) {

        /** Whether asking for this would change anything, and they may. */
        boolean canBe(ExerciseState to) {
            return exercise.state.isLive() && exercise.state != to
                    && sight.may(to == ExerciseState.PAUSED ? Permission.PAUSE : Permission.ABORT);
        }
    }

    /** Those this person sees as control staff do; whoever sees none does not know of the campaign. */
    List<Member> members(String campaign, String viewer, boolean master) {
        return all(viewer, master).filter(exercise -> campaign(exercise).filter(campaign::equals).isPresent())
                .map(exercise -> new Member(exercise, visibility.sight(exercise.id, viewer, master)))
                .filter(member -> member.sight() != null && member.sight().control())
                .sorted(Comparator.comparing((Member member) -> ORDER.indexOf(member.exercise().state))
                        .thenComparing(member -> member.exercise().name).thenComparing(member -> member.exercise().id))
                .toList();
    }

    private Stream<Exercise> all(String viewer, boolean master) {
        Stream<Exercise> all = Stream.of();
        List<Exercise> page = List.of();
        do {
            UUID last = page.isEmpty() ? null : page.get(page.size() - 1).id;
            page = visibility.visible(viewer, master, last, PAGE);
            all = Stream.concat(all, page.stream());
        } while (page.size() == PAGE);
        return all;
    }

    private Optional<String> campaign(Exercise exercise) {
        return ofRevision.computeIfAbsent(exercise.planKey + "@" + exercise.revision,
                name -> Optional.ofNullable(exercise.plan().campaign()));
    }

    CampaignRoom room(String campaign, List<Member> members, Instant now) {
        List<CampaignRoom.Row> rows = members.stream().map(member -> row(member, now)).toList();
        return new CampaignRoom(campaign, rows, act(members, ExerciseState.PAUSED), act(members, ExerciseState.ENDED));
    }

    private CampaignRoom.Row row(Member member, Instant now) {
        Exercise exercise = member.exercise();
        boolean live = exercise.state.isLive();
        ItemLine next = !live ? null
                : ItemLine.of(Timeline.of(exercise, member.sight()), exercise).stream().filter(ItemLine::isWaiting)
                        .filter(item -> !item.at().equals("by hand") && !item.at().equals(ItemLine.CONDITIONAL))
                        .min(Comparator.comparing(ItemLine::at)).orElse(null);
        return new CampaignRoom.Row(exercise.id, exercise.name, StatusBanner.of(exercise, member.sight(), now), live,
                live || exercise.state == ExerciseState.ENDED, exercise.startsAt == null || !knowsStart(member) ? null
                        : exercise.startsAt,
                next, faults(exercise),
                JournalEntry.count("exerciseId = ?1 and type in ?2", exercise.id, JournalEvent.types(Observation.class)),
                people(exercise));
    }

    private static boolean knowsStart(Member member) {
        List<String> known = member.exercise().plan().schedule().timeKnownTo();
        return member.exercise().clock.startedAt != null || known.isEmpty() || known.contains(member.sight().viewer());
    }

    private static List<String> faults(Exercise exercise) {
        return Drill.of(exercise.id).stream().filter(drill -> drill.state.isActive()).map(drill -> drill.title).toList();
    }

    private static long people(Exercise exercise) {
        return RosterEntry.of(exercise.id).stream().map(entry -> entry.person).distinct().count();
    }

    private static CampaignRoom.Act act(List<Member> members, ExerciseState to) {
        List<Exercise> meant = members.stream().filter(member -> member.canBe(to)).map(Member::exercise).toList();
        long refused = members.stream()
                .filter(member -> member.exercise().state.isLive() && member.exercise().state != to && !member.canBe(to))
                .count();
        return new CampaignRoom.Act(meant.size(), meant.stream().mapToInt(exercise -> faults(exercise).size()).sum(),
                meant.stream().flatMap(exercise -> RosterEntry.of(exercise.id).stream()).map(entry -> entry.person).distinct()
                        .count(),
                refused);
    }
}
