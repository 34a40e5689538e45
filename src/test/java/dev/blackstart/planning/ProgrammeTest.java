package dev.blackstart.planning;

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

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.SignedIn;
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
                title: Title %1$s
                schedule: {preparation: P14D, duration: PT1H, zone: Europe/Berlin, %2$s}
                roster: [{person: dana, role: director}, {person: carl, role: controller}, {person: pia, role: player}]
                timeline: [{key: end, manual: true, endex: {}}]
                """.formatted(mark, schedule));
        GameDay.of(mark, Map.of("plan", mark, "startsAt", STARTS.toString()));
        return mark;
    }

    @Test
    void announced_directorSeesPreparationAndMonth_playerTheDayAlone() {
        String mark = exercise("notice: announced");
        String prepared = mark + ", " + DAY + ", prepared from " + DAY.minusDays(14);
        SignedIn.as("dana").get("/").statusCode(200).body(containsString("Name " + prepared))
                .body(containsString(DAY.format(DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH))));
        SignedIn.as("pia").get("/").statusCode(200).body(containsString("Title " + mark + ", " + DAY + "<"))
                .body(not(containsString(prepared)));
    }

    @Test
    void window_playerSeesTheSpan_directorTheDay() {
        String mark = exercise("notice: window, window: {from: %s, until: %s}".formatted(FROM, UNTIL));
        SignedIn.as("pia").get("/").statusCode(200)
                .body(containsString("Title " + mark + ", " + FROM + " to " + UNTIL + "<"));
        SignedIn.as("dana").get("/").statusCode(200).body(containsString("Name " + mark + ", " + DAY));
    }

    @Test
    void unannounced_nothingForPlayers_noDateForWhomItIsKeptFrom() {
        String mark = exercise("notice: unannounced, timeKnownTo: [dana]");
        SignedIn.as("pia").get("/").statusCode(200).body(not(containsString(mark)));
        SignedIn.as("carl").get("/").statusCode(200).body(containsString("Name " + mark))
                .body(not(containsString("Name " + mark + ", ")));
        SignedIn.as("dana").get("/").statusCode(200).body(containsString("Name " + mark + ", " + DAY));
    }
}
