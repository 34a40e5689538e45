package dev.blackstart.exercise.programme;

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
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.ExerciseRole;
import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.exercise.page.ExerciseView;
import dev.blackstart.problem.TextLimits;
import dev.blackstart.security.Viewer;
import dev.blackstart.security.WaitingList;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.Texts;
import dev.blackstart.web.Waiting;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The programme: what runs, what comes, what was. */
@Path("/")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class ProgrammeResource {

    private static final int MOST = 500;
    private static final int OVER_SHOWN = 50;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    private final Visibility visibility;
    private final Viewer viewer;
    private final WaitingList waiting;
    private final Clock clock;

    ProgrammeResource(Visibility visibility, Viewer viewer, WaitingList waiting, Clock clock) {
        this.waiting = waiting;
        this.visibility = visibility;
        this.viewer = viewer;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "exercise")
    static class Templates {
        static native TemplateInstance programme(PageContext page, List<Waits> waiting, YearChart year, Found found);
    }

    /** An exercise and where its name leads this viewer. */
    public record Line(ExerciseView exercise, String href, List<String> roles, LocalDate preparation) {

        /** Its day in its own zone; null where it has none, or none for this viewer. */
        LocalDate day() {
            Instant at = exercise.startedAt() == null ? exercise.startsAt() : exercise.startedAt();
            return at == null ? null : at.atZone(ZoneId.of(exercise.zone())).toLocalDate();
        }

        /** Its name as the viewer knows it, or its campaign. @param words in small letters */
        boolean isCalled(String words) {
            return exercise.label().toLowerCase().contains(words)
                    || exercise.campaign() != null && exercise.campaign().toLowerCase().contains(words);
        }

        boolean isOver() {
            return ExerciseState.OVER.stream().anyMatch(state -> state.key().equals(exercise.state()));
        }
    }

    /** One kind of what waits for the viewer. @param first the first few @param more how many there are beside these */
    public record Waits(String kind, String count, List<Waiting> first, int more) {

        private static final int SHOWN = 5;

        static List<Waits> of(Map<String, List<Waiting>> found) {
            return found.entrySet().stream().map(kind -> {
                List<Waiting> all = kind.getValue();
                return new Waits(kind.getKey(), all.size() < Waiting.MOST ? String.valueOf(all.size()) : Waiting.MOST + "+",
                        all.subList(0, Math.min(SHOWN, all.size())), Math.max(0, all.size() - SHOWN));
            }).toList();
        }
    }

    /** @param name of the month, or of what has no date */
    public record Month(String name, List<Line> lines) {
    }

    /**
     * What is listed.
     *
     * @param words that were looked for; null for everything
     * @param cut how many are listed at most, where there are more; null where these are all
     * @param older where what is over goes on; null at its end
     */
    public record Found(String words, List<Line> running, List<Month> coming, List<Line> over, Integer cut, String older) {

        public boolean isNothing() {
            return running.isEmpty() && coming.isEmpty() && over.isEmpty();
        }
    }

    @GET
    public TemplateInstance programme(@QueryParam("q") String words, @QueryParam("after") UUID after) {
        Instant now = clock.instant();
        String asked = words == null || words.isBlank() ? null : TextLimits.atMost(TextLimits.LINE, "q", words.strip());
        List<Line> running = lines(ExerciseState.LIVE, null, asked, now);
        List<Line> coming = lines(ExerciseState.BEFORE_START, null, asked, now);
        List<Line> over = lines(ExerciseState.OVER, after, asked, now);
        Comparator<Line> byStart = Comparator.comparing(line -> line.exercise().startsAt(),
                Comparator.nullsLast(Comparator.naturalOrder()));
        List<Line> shown = over.subList(0, Math.min(OVER_SHOWN, over.size()));
        String older = over.size() <= OVER_SHOWN ? null
                : "/?after=" + shown.get(OVER_SHOWN - 1).exercise().id() + (asked == null ? "" : "&q=" + Texts.path(asked))
                        + "#over";
        return Templates.programme(viewer.page("Programme", "programme"), Waits.of(waiting.of(viewer.key())),
                YearChart.of(Stream.of(running, coming, over).flatMap(List::stream)
                        .filter(line -> !line.exercise().state().equals("cancelled")).toList(), now),
                new Found(asked, running.stream().sorted(byStart).toList(), months(coming.stream().sorted(byStart).toList()),
                        shown, coming.size() < MOST ? null : MOST, older));
    }

    /** The newest made first: an order that tells nothing of hidden dates. */
    private List<Line> lines(List<ExerciseState> states, UUID after, String words, Instant now) {
        return visibility.visible(viewer.key(), viewer.isMaster(), states, after, MOST).stream()
                .map(exercise -> line(exercise, now)).filter(line -> words == null || line.isCalled(words.toLowerCase()))
                .toList();
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
    private static LocalDate preparation(Exercise exercise, ExerciseAccess sight) {
        Instant start = ExerciseView.startsAt(exercise, sight);
        PlanDuration length = exercise.plan().schedule().preparation();
        return !sight.control() || start == null || exercise.isRehearsal() || length.onClock().isZero() ? null
                : new PlanDuration("-" + length.text()).from(start.atZone(exercise.zoneId())).toLocalDate();
    }

    private Line line(Exercise exercise, Instant now) {
        ExerciseAccess sight = visibility.sight(exercise.id, viewer.key(), viewer.isMaster());
        String href = "/exercises/" + exercise.id + (sight.control() ? exercise.state.isLive() ? "/control-room" : ""
                : exercise.state.isBeforeStart() ? "" : "/me");
        return new Line(ExerciseView.of(exercise, sight, now), href,
                sight.roles().stream().map(ExerciseRole::key).sorted().toList(), preparation(exercise, sight));
    }
}
