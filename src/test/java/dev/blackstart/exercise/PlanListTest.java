package dev.blackstart.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.CoreMatchers.not;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.test.junit.QuarkusTest;

/** The list of plans: found by name, type and team; with approval, last and next run as its reader may know them. */
@QuarkusTest
class PlanListTest {

    private static final Instant STARTS = Instant.now().plus(Duration.ofDays(40));

    private final String mark = "list-" + UUID.randomUUID().toString().substring(0, 8);

    private String plan(String suffix, String schedule) {
        String key = mark + suffix;
        GameDay.importPlan("""
                key: %1$s
                name: Name of %1$s
                type: tabletop
                intensity: 1
                environment: development
                owner: dana
                approvers: [adam]
                team: storage
                coverName: Title
                schedule: {duration: PT1H, zone: Europe/Berlin, %2$s}
                roster: [{person: dana, role: director}, {person: carl, role: controller}, {person: pia, role: player}]
                timeline: [{key: end, manual: true, endex: {}}]
                """.formatted(key, schedule));
        return key;
    }

    @Test
    void search_withoutAccents_findsThePlan_alsoInThePicker() {
        String key = mark + "-accent";
        GameDay.importPlan("""
                key: %1$s
                name: \u00dcbung %1$s
                type: tabletop
                intensity: 1
                environment: development
                owner: dana
                approvers: [adam]
                team: storage
                coverName: Title
                schedule: {duration: PT1H, zone: Europe/Berlin}
                roster: [{person: dana, role: director}, {person: pia, role: player}]
                timeline: [{key: end, manual: true, endex: {}}]
                """.formatted(key));
        assertThat(row(list("dana", "q=ubung " + key), key)).contains("\u00dcbung");
        assertThat(row(list("dana", "q=U\u0308BUNG " + key), key)).contains("\u00dcbung");
        assertThat(PageClient.as("dana").get("/pick/plans?plan=ubung " + key).extract().asString()).contains(key);
        assertThat(PageClient.as("pia").get("/pick/plans?plan=ubung " + key).extract().asString()).doesNotContain(key);
    }

    private static Document list(String person, String query) {
        return Jsoup.parse(PageClient.as(person).get("/plans?" + query).statusCode(200).extract().asString());
    }

    private static String row(Document list, String key) {
        return list.select("tbody tr:contains(" + key + ")").text();
    }

    private static String day(Instant at) {
        return at.atZone(ZoneId.of("Europe/Berlin")).format(DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH));
    }

    @Test
    void plan_approvedRunAndScheduled_allInItsRow() {
        String key = plan("", "notice: announced");
        assertThat(row(list("dana", "q=" + key), key)).contains("1 approval needed", "never", "none scheduled");
        GameDay.approve(key, "adam");
        GameDay.of(key, Map.of("plan", key, "startsAt", STARTS.toString()));
        GameDay run = GameDay.of(key, Map.of("plan", key, "startsAt", STARTS.toString()));
        run.move("dana", "running").statusCode(200);
        assertThat(row(list("dana", "q=" + key), key)).contains("Approved", day(Instant.now()), day(STARTS));
    }

    @Test
    void plan_startKnownToFew_othersSeeNoDate() {
        String key = plan("", "notice: unannounced, timeKnownTo: [dana]");
        GameDay.of(key, Map.of("plan", key, "startsAt", STARTS.toString()));
        assertThat(row(list("dana", "q=" + key), key)).contains(day(STARTS));
        assertThat(row(list("carl", "q=" + key), key)).contains("date not known to you").doesNotContain(day(STARTS));
        assertThat(row(list("adam", "q=" + key), key)).contains("date not known to you");
        PageClient.as("pia").get("/plans?q=" + key).statusCode(200).body(not(containsString("Name of " + key)));
    }

    @Test
    void plan_playedByItsReader_isNotListed() {
        String key = plan("", "notice: announced");
        GameDay day = GameDay.of(key, Map.of("plan", key, "startsAt", STARTS.toString()));
        day.post("dana", "/roster", Map.of("person", "adam", "role", "player")).statusCode(200);
        assertThat(list("adam", "q=" + key).text()).as("who plays does not read the plan").doesNotContain("Name of " + key,
                day(STARTS));
    }

    @Test
    void list_moreThanAPage_eachOnceInOrder() {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 52; i++) {
            keys.add(plan("-%02d".formatted(i), "notice: announced"));
        }
        Document first = list("dana", "q=" + mark);
        assertThat(first.select("[data-total]").text()).isEqualTo("52");
        List<String> shown = new ArrayList<>(first.select("tbody .sub").eachText());
        String later = first.select(".pages a").attr("href");
        Document second = Jsoup.parse(PageClient.as("dana").get(later).statusCode(200).extract().asString());
        shown.addAll(second.select("tbody .sub").eachText());
        assertThat(shown).containsExactlyElementsOf(keys);
        assertThat(second.select(".pages a")).isEmpty();
    }

    @Test
    void list_filtered_onlyThatTypeAndTeam() {
        String key = plan("", "notice: announced");
        assertThat(row(list("dana", "q=" + key + "&type=tabletop&team=storage"), key)).isNotEmpty();
        assertThat(row(list("dana", "q=" + key + "&type=drill"), key)).isEmpty();
        assertThat(row(list("dana", "q=" + key + "&team=network"), key)).isEmpty();
        assertThat(list("dana", "q=" + key + "&team=network").select(".empty").text()).contains("No such plan");
    }
}
