package dev.blackstart.rehearsal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.TimelineEntry;
import dev.blackstart.conduct.ItemState;
import dev.blackstart.conduct.TimelineItem;
import dev.blackstart.drills.view.DrillPreview;
import dev.blackstart.drills.view.DrillPreview.Previewed;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.journal.JournalEntry;
import dev.blackstart.people.Team;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** Lists what a rehearsal showed. */
@Path("/exercises/{id}/rehearsal")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class RehearsalResource {

    private final DrillPreview preview;
    private final CurrentAccess current;
    private final Viewer viewer;

    RehearsalResource(DrillPreview preview, CurrentAccess current, Viewer viewer) {
        this.preview = preview;
        this.current = current;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "rehearsal")
    static class Templates {
        static native TemplateInstance rehearsal(PageContext page, Shown shown);
    }

    /**
     * What the page tells.
     *
     * @param over else it tells what was seen so far
     * @param byHand somebody ended it before its timeline did: where
     * @param mend what to change in the plan @param missed what it did not come to this time
     * @param drills what each would do outside a rehearsal
     */
    public record Shown(UUID exercise, String plan, int revision, int speed, boolean over, String byHand, List<PlanIssue> mend,
            List<PlanIssue> missed, List<WouldDo> drills) {
    }

    public record WouldDo(String key, String title, Previewed preview) {
    }

    @GET
    @RequiresPermission(Permission.SEE_CONTROL)
    public TemplateInstance show(UUID id) {
        Exercise exercise = Exercise.findById(id);
        if (!exercise.isRehearsal()) {
            throw Problem.notFound();
        }
        RehearsalRun rehearsed = rehearsed(exercise);
        RehearsalOutcome happened = rehearsed.happened();
        List<WouldDo> drills = rehearsed.plan().drills().stream()
                .map(drill -> new WouldDo(drill.key(), drill.title(), preview.of(exercise, drill))).toList();
        Map<String, Previewed> previews = drills.stream().collect(Collectors.toMap(WouldDo::key, WouldDo::preview));
        Map<Boolean, List<PlanIssue>> flaws = Stream
                .concat(rehearsed.flaws().stream(), UnexecutableDrills.look(rehearsed, previews).stream())
                .collect(Collectors.partitioningBy(PlanIssue::isToMend));
        return Templates.rehearsal(viewer.page("Rehearsal results", "programme"),
                new Shown(id, exercise.planKey, exercise.revision, exercise.clock.speed, happened.isOver(),
                        happened.isOver() && !happened.byItself() ? RehearsalRun.clock(happened.ended()) : null,
                        flaws.get(true), flaws.get(false), drills));
    }

    private static RehearsalRun rehearsed(Exercise exercise) {
        PlanDocument plan = exercise.plan();
        Map<String, TimelineEntry> entries = plan.timeline().stream()
                .collect(Collectors.toMap(TimelineEntry::key, Function.identity()));
        List<JournalEntry> journal = JournalEntry.after(exercise.id, 0, Integer.MAX_VALUE);
        Map<String, ItemState> waiting = RehearsalOutcome.skippedByEnd(journal);
        List<RehearsalStep> steps = TimelineItem.of(exercise.id).stream().filter(item -> !item.unplanned)
                .map(item -> RehearsalStep.of(item, waiting.getOrDefault(item.key, item.state), entries)).toList();
        Map<String, Set<String>> teams = Team.allByKey().stream()
                .collect(Collectors.toMap(team -> team.key, team -> team.members));
        RosterSnapshot cast = new RosterSnapshot(RosterEntry.of(exercise.id).stream()
                .map(entry -> new RosterSnapshot.Seat(entry.person, entry.role.key(), entry.from, entry.until)).toList(), teams,
                plan.outOfPlay().stream().map(PlanDocument.OutOfPlay::person).collect(Collectors.toSet()));
        return RehearsalRun.of(plan, steps, cast, RehearsalOutcome.of(journal));
    }
}
