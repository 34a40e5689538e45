package dev.blackstart.followup.triage;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Permission;
import dev.blackstart.findings.Finding;
import dev.blackstart.findings.FindingView;
import dev.blackstart.followup.action.ActionItem;
import dev.blackstart.followup.action.ActionView;
import dev.blackstart.followup.defect.Defect;
import dev.blackstart.followup.defect.Filter;
import dev.blackstart.followup.defect.FollowupAccess;
import dev.blackstart.problem.Choice;
import dev.blackstart.problem.Problem;

/** Puts together what the triage board shows. */
@RequestScoped
class TriageBoards {

    private static final int SHOWN = 100;
    private static final int EXERCISES = 200;
    private static final int ALIKE = 5;
    private static final int OFFERED = 200;
    private static final int LINE = 160;
    private static final int TITLE = 100;

    private final FollowupAccess followupAccess;
    private final Recurrence recurrence;
    private final WeakSignals weakSignals;

    TriageBoards(FollowupAccess followupAccess, Recurrence recurrence, WeakSignals weakSignals) {
        this.followupAccess = followupAccess;
        this.recurrence = recurrence;
        this.weakSignals = weakSignals;
    }

    /** @param wanted to look at, else the first @param after the last one of the page before, or null */
    TriageView of(Sieve sieve, UUID wanted, UUID after) {
        Finding last = after == null ? null : followupAccess.finding(after);
        List<Finding> found = findings(sieve, last, SHOWN);
        Finding chosen = wanted != null ? followupAccess.finding(wanted) : found.isEmpty() ? null : found.get(0);
        int at = chosen == null ? -1
                : IntStream.range(0, found.size()).filter(i -> found.get(i).id.equals(chosen.id)).findFirst().orElse(-1);
        return new TriageView(sieve, followupAccess.exercises(EXERCISES).stream()
                .map(exercise -> new TriageView.Option(exercise.id.toString(), exercise.name)).toList(),
                followupAccess.countFindings(sieve.exercise(), sieve.triageState(), sieve.filter()),
                found.stream().map(finding -> line(finding, sieve, after, chosen)).toList(),
                found.size() == SHOWN ? sieve.href(null, found.get(SHOWN - 1).id) : null,
                chosen == null ? null : chosen(chosen), wanted != null, at > 0 ? sieve.href(found.get(at - 1).id, after) : null,
                at + 1 < found.size() ? sieve.href(found.get(at + 1).id, after) : null);
    }

    private List<Finding> findings(Sieve sieve, Finding after, int most) {
        return followupAccess.findings(sieve.exercise(), sieve.triageState(), sieve.filter(), after, most);
    }

    private static TriageView.Line line(Finding finding, Sieve sieve, UUID after, Finding chosen) {
        Exercise exercise = Exercise.findById(finding.exerciseId);
        return new TriageView.Line(finding.id, sieve.href(finding.id, after), line(finding.text), finding.kindNow(),
                finding.severityNow(), finding.state.key(), exercise.name, finding.observedAt, exercise.zone,
                chosen != null && chosen.id.equals(finding.id));
    }

    private TriageView.Chosen chosen(Finding finding) {
        Exercise exercise = Exercise.findById(finding.exerciseId);
        ExerciseAccess sight = followupAccess.control(finding.exerciseId);
        PlanDocument.Drill drill = Defects.drill(exercise, finding);
        List<String> systems = drill == null ? List.of() : drill.targets();
        Defect own = finding.defectId == null ? null : Defect.findById(finding.defectId);
        FindingView view = FindingView.of(finding, exercise, sight);
        return new TriageView.Chosen(view, exercise.id, exercise.name, exercise.zone,
                exercise.state.isLive(), sight.may(Permission.TRIAGE), subject(own), title(finding.text), systems,
                similar(finding, systems, own), actions(finding), offered(), points(),
                view.singlePoint() == null ? "" : view.singlePoint().reference(), signal(finding, exercise));
    }

    private TriageView.Signal signal(Finding finding, Exercise exercise) {
        if (!WeakSignals.isOne(finding)) {
            return null;
        }
        Sieve all = Sieve.of(null, Sieve.ALL, null, null, null);
        return new TriageView.Signal(
                weakSignals.dismissedAlike(finding).stream().map(one -> line(one, all, null, null)).toList(),
                weakSignals.mayDismiss(finding, exercise, followupAccess.person()), weakSignals.readers(exercise),
                finding.outsideReader, finding.objection);
    }

    /** A defect of another exercise may be hidden from whoever looks. */
    private ActionView.Subject subject(Defect defect) {
        if (defect == null) {
            return null;
        }
        return followupAccess.controls(defect.exerciseId) ? new ActionView.Subject(defect.id, defect.reference, defect.title)
                : new ActionView.Subject(null, defect.reference, null);
    }

    /** Those of the same single point of failure come before all that only read alike. */
    private List<TriageView.Similar> similar(Finding finding, List<String> systems, Defect own) {
        List<Defect> same = recurrence.ofSamePoint(finding.singlePointNow(), own);
        Set<Defect> known = new HashSet<>(same);
        if (own != null) {
            known.add(own);
        }
        return Stream.concat(same.stream().limit(ALIKE).map(defect -> similar(defect, 100, true)),
                recurrence.earlierDefects(finding.text, systems, known, ALIKE).stream()
                        .map(alike -> similar(alike.one(), (int) Math.round(100 * alike.score()), false)))
                .toList();
    }

    private static TriageView.Similar similar(Defect defect, int percent, boolean samePoint) {
        return new TriageView.Similar(defect.id, defect.reference, defect.title, Choice.key(defect.state), percent,
                ActionItem.count("defectId = ?1 and state in ?2", defect.id, ActionItem.UNDONE), samePoint);
    }

    private List<TriageView.Open> actions(Finding finding) {
        return recurrence.openActions(finding.text, ALIKE).stream().map(alike -> alike.one())
                .map(action -> new TriageView.Open(action.id, action.title, action.owner, action.dueAt)).toList();
    }

    private List<TriageView.Option> offered() {
        return followupAccess.defects(new Filter(), null, OFFERED).stream()
                .map(defect -> new TriageView.Option(defect.reference, defect.title)).toList();
    }

    private List<TriageView.Option> points() {
        return followupAccess.points(OFFERED).stream().map(point -> new TriageView.Option(point.reference, point.title))
                .toList();
    }

    /** The first sentence, as the title of a defect. */
    private static String title(String text) {
        String first = text.strip().split("(?<=[.!?])\\s|\\R", 2)[0].replaceAll("[.!]+$", "");
        return shortened(first, TITLE);
    }

    /** As much of it as stands in a list. */
    static String line(String text) {
        return shortened(text, LINE);
    }

    private static String shortened(String text, int longest) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= longest ? line
                : line.substring(0, line.offsetByCodePoints(0, longest - 1)) + "…";
    }

    /** The finding to go on with, after one is done. @throws Problem 404 where it does not exist for the viewer */
    String hrefAfter(Sieve sieve, UUID done) {
        List<Finding> rest = findings(sieve, followupAccess.finding(done), 1);
        return rest.isEmpty() ? sieve.href(null, null) : sieve.href(rest.get(0).id, null);
    }
}
