package dev.blackstart.planning;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The programme: what runs, what comes, what was. */
@Path("/")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class ProgrammeResource {

    private static final int MOST = 500;
    private static final List<String> OVER = List.of("ended", "closed", "cancelled");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    private final Visibility visibility;
    private final Viewer viewer;
    private final Clock clock;

    ProgrammeResource(Visibility visibility, Viewer viewer, Clock clock) {
        this.visibility = visibility;
        this.viewer = viewer;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "planning")
    static class Templates {
        static native TemplateInstance programme(Page page, Year year, List<Line> running, List<Month> coming,
                List<Line> over);
    }

    /** An exercise and where its name leads this viewer. */
    public record Line(ExerciseView exercise, String href, List<String> roles, LocalDate preparation) {

        /** Its day in its own zone; null where it has none, or none for this viewer. */
        LocalDate day() {
            Instant at = exercise.startedAt() == null ? exercise.startsAt() : exercise.startedAt();
            return at == null ? null : at.atZone(ZoneId.of(exercise.zone())).toLocalDate();
        }

        boolean isOver() {
            return OVER.contains(exercise.state());
        }
    }

    /** @param name of the month, or of what has no date */
    public record Month(String name, List<Line> lines) {
    }

    @GET
    public TemplateInstance programme() {
        Instant now = clock.instant();
        List<Line> lines = visibility.visible(viewer.key(), viewer.isMaster(), null, MOST).stream()
                .map(exercise -> line(exercise, now)).toList();
        Comparator<Line> byStart = Comparator.comparing(line -> line.exercise().startsAt(),
                Comparator.nullsLast(Comparator.naturalOrder()));
        return Templates.programme(viewer.page("Programme", "programme"),
                Year.of(lines.stream().filter(line -> !line.exercise().state().equals("cancelled")).toList(), now),
                in(lines, byStart, List.of("running", "paused")), months(in(lines, byStart, List.of("draft", "scheduled"))),
                in(lines, byStart.reversed(), OVER));
    }

    /** By month, what may come in several in its first; what has no date for this viewer last. */
    private static List<Month> months(List<Line> coming) {
        Map<YearMonth, List<Line>> dated = new TreeMap<>();
        List<Line> others = new ArrayList<>();
        for (Line line : coming) {
            LocalDate day = line.day() == null && line.exercise().window() != null ? line.exercise().window().get(0)
                    : line.day();
            if (day == null) {
                others.add(line);
            } else {
                dated.computeIfAbsent(YearMonth.from(day), month -> new ArrayList<>()).add(line);
            }
        }
        List<Month> months = new ArrayList<>();
        dated.forEach((month, lines) -> months.add(new Month(month.format(MONTH), lines)));
        if (!others.isEmpty()) {
            months.add(new Month("No date yet", others));
        }
        return months;
    }

    /** Where preparation begins, for whoever conducts it and knows when. */
    private static LocalDate preparation(Exercise exercise, Sight sight) {
        Instant start = ExerciseView.startsAt(exercise, sight);
        PlanDuration length = exercise.plan().schedule().preparation();
        return !sight.control() || start == null || exercise.isRehearsal() || length.onClock().isZero() ? null
                : new PlanDuration("-" + length.text()).from(start.atZone(exercise.zoneId())).toLocalDate();
    }

    private Line line(Exercise exercise, Instant now) {
        Sight sight = visibility.sight(exercise.id, viewer.key(), viewer.isMaster());
        String href = "/exercises/" + exercise.id + (sight.control() ? exercise.state.isLive() ? "/control-room" : ""
                : exercise.state.isBeforeStart() ? "" : "/me");
        return new Line(ExerciseView.of(exercise, sight, now), href,
                sight.roles().stream().map(ExerciseRole::key).sorted().toList(), preparation(exercise, sight));
    }

    private static List<Line> in(List<Line> lines, Comparator<Line> order, List<String> states) {
        return lines.stream().filter(line -> states.contains(line.exercise().state())).sorted(order).toList();
    }
}
