package dev.blackstart.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.CoreMatchers.containsString;

import java.util.Map;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.test.junit.QuarkusTest;

/** The page that an approver reads: the plan in words, its changes since it was approved last, and its YAML. */
@QuarkusTest
class PlanPageTest {

    private static final String PLAN = """
            key: %s
            name: Name
            type: functional
            intensity: 2
            environment: staging
            owner: dana
            approvers: [adam]
            team: storage
            systems: [{key: shop-db, name: Shop database}]
            schedule: {preparation: P14D, duration: PT2H, zone: UTC}
            roster: [{person: dana, role: director}, {person: carl, role: controller}, {person: pia, role: player}]
            probes: [{key: writes, type: http, url: "http://127.0.0.1:1/x", every: PT1S, tolerance: {status: 200, within: PT1S}}]
            drills:
              - {key: cut, kind: network-cut, title: Cut the link, owner: dana, targets: [shop-db], maxDuration: PT20M,
                 fault: {driver: manual, instruction: Pull the cable.}, revert: {driver: manual, instruction: Put it back.}}
            callTrees: [{key: tree, root: {person: pia, channels: [email], wait: PT10M, calls: [{onDuty: storage}]}}]
            timeline:
              - {key: hello, at: PT5M, message: {to: storage, channels: [in-app], subject: A subject, text: "<b>The whole text.</b>"}}
              - {key: fault, at: PT10M, drill: cut}
            """;

    private final String key = "page-" + UUID.randomUUID();

    private static Document page(String person, String path) {
        return Jsoup.parse(PageClient.as(person).get(path).statusCode(200).extract().asString());
    }

    @Test
    void plan_read_textsTreesStepsAndLengthsInWords() {
        GameDay.importPlan(PLAN.formatted(key));
        Document page = page("adam", "/plans/" + key);
        assertThat(page.select("#item-hello").text()).contains("5 minutes after the start", "Message to team",
                "<b>The whole text.</b>");
        assertThat(page.select("#drill-cut").text()).contains("Pull the cable.", "Put it back.", "Shop database",
                "20 minutes, then control staff revert it by hand");
        assertThat(page.select("#tree-tree .call-tree .call-tree").text()).contains("whoever is on duty in team");
        assertThat(page.select("#probe-writes").text()).contains("the status is 200, and the answer comes within 1 second");
        assertThat(page.select("main").text()).doesNotContain("PT5M", "P14D").contains("14 days");
        assertThat(page.select("pre.source")).isEmpty();
        assertThat(page("adam", "/plans/" + key + "?view=yaml").select("pre.source").text()).contains("at: PT5M");
        PageClient.as("pia").get("/plans/" + key + "?view=changes").statusCode(404);
    }

    @Test
    void plan_changedSinceApproved_saysWhat() {
        GameDay.importPlan(PLAN.formatted(key));
        assertThat(page("adam", "/plans/" + key).select("nav.tabs a").eachText()).containsExactly("Plan", "YAML");
        GameDay.approve(key, "adam");
        GameDay.importPlanAgain(PLAN.formatted(key).replace("PT20M", "PT30M"));
        assertThat(page("adam", "/plans/" + key).select("nav.tabs a").eachText()).containsExactly("Plan", "Changes 1", "YAML");
        Document changes = page("adam", "/plans/" + key + "?view=changes");
        assertThat(changes.select(".plan-changes").text()).contains("Drills › Cut the link › lasts at most", "20 minutes",
                "30 minutes");
        assertThat(changes.select(".difference .plus").text()).contains("PT30M");
        assertThat(page("adam", "/plans/" + key + "/approvals").select("main").text()).contains("1 change");
        PageClient.as("adam").post("/plans/" + key + "/approvals", Map.of("decision", "approved", "revision", "2"))
                .statusCode(303);
        PageClient.as("adam").get("/plans/" + key).body(containsString("Approved"));
    }
}
