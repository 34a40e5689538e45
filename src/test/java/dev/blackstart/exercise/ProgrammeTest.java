package dev.blackstart.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.CoreMatchers.not;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.test.junit.QuarkusTest;

/** The year, as each of its readers may know it. */
@QuarkusTest
class ProgrammeTest {

    private static final Instant STARTS = Instant.now().plus(75, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS)
            .plus(10, ChronoUnit.HOURS);
    private static final LocalDate DAY = STARTS.atZone(ZoneId.of("Europe/Berlin")).toLocalDate();
    private static final LocalDate FROM = LocalDate.now(ZoneOffset.UTC).plusDays(60);
    private static final LocalDate UNTIL = LocalDate.now(ZoneOffset.UTC).plusDays(90);

    /** @return the mark in its title, which the roster reads */
    private static String exercise(String schedule) {
        String mark = "year-" + UUID.randomUUID().toString().substring(0, 8);
        GameDay.importPlan("""
                key: %1$s
                name: Name %1$s
                type: tabletop
                intensity: 1
                environment: development
                owner: dana
                team: storage
                coverName: Title %1$s
                schedule: {preparation: P14D, duration: PT1H, zone: Europe/Berlin, %2$s}
                roster: [{person: dana, role: director}, {person: carl, role: controller}, {person: pia, role: player}]
                timeline: [{key: end, manual: true, endex: {}}]
                """.formatted(mark, schedule));
        GameDay.of(mark, Map.of("plan", mark, "startsAt", STARTS.toString()));
        return mark;
    }

    /** What the programme tells somebody of it, without its tags; empty where it is not there. */
    private static String line(String person, String mark) {
        return Jsoup.parse(PageClient.as(person).get("/").statusCode(200).extract().asString())
                .select("ol.agenda li:contains(" + mark + ")").text();
    }

    private static String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH));
    }

    @Test
    void noDuff_shownInsteadOfPaused() {
        GameDay day = GameDay.running("timeline: [{key: end, manual: true, endex: {}}]");
        GameDay.as("pia").contentType("application/json").body("{\"text\":\"Smoke\"}").post("/api/no-duff").then()
                .statusCode(202);
        assertThat(Jsoup.parse(PageClient.as("dana").get("/").statusCode(200).extract().asString())
                .select("ol.agenda li:has(a[href*=" + day.id + "])").text()).contains("NO DUFF").doesNotContain("Paused");
    }

    @Test
    void announced_directorSeesPreparationAndMonth_playerTheDayAlone() {
        String mark = exercise("notice: announced");
        assertThat(line("dana", mark)).contains("Name " + mark, day(DAY),
                "prepared from " + DAY.minusDays(14).format(DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH)));
        PageClient.as("dana").get("/")
                .body(containsString(DAY.format(DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH))));
        assertThat(line("pia", mark)).contains("Title " + mark, day(DAY)).doesNotContain("prepared", "Name");
    }

    @Test
    void window_playerSeesTheSpan_directorTheDay() {
        String mark = exercise("notice: window, window: {from: %s, until: %s}".formatted(FROM, UNTIL));
        assertThat(line("pia", mark)).contains("Title " + mark, FROM + " to " + UNTIL).doesNotContain(day(DAY));
        assertThat(line("dana", mark)).contains("Name " + mark, day(DAY));
    }

    @Test
    void unannounced_nothingForPlayers_noDateForWhomItIsKeptFrom() {
        String mark = exercise("notice: unannounced, timeKnownTo: [dana]");
        PageClient.as("pia").get("/").statusCode(200).body(not(containsString(mark)));
        assertThat(line("carl", mark)).contains("Name " + mark, "no date yet").doesNotContain(day(DAY));
        assertThat(line("dana", mark)).contains("Name " + mark, day(DAY));
    }

    @Test
    void year_startedBeforeItsPreparation_isDrawnWithoutIt() {
        String mark = exercise("notice: announced");
        String id = GameDay.as("dana").get("/api/exercises?limit=1000").jsonPath()
                .getString("items.find { it.plan == '" + mark + "' }.id");
        GameDay.as("dana").contentType("application/json").body(Map.of("to", "running", "override", "Now."))
                .post("/api/exercises/" + id + "/transitions").then().statusCode(200);
        var row = Jsoup.parse(PageClient.as("dana").get("/").statusCode(200).extract().asString())
                .select("g.year-row:has(title:contains(" + mark + "))");
        assertThat(row).hasSize(1);
        assertThat(row.select("rect").eachAttr("width")).isNotEmpty().noneMatch(width -> width.startsWith("-"));
        assertThat(row.select(".year-preparation")).isEmpty();
    }
}
