package dev.blackstart.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.blackstart.hotwash.HotWashView;
import dev.blackstart.journal.WrittenJournal;
import dev.blackstart.review.draft.Background;
import dev.blackstart.review.draft.DirectoryNames;
import dev.blackstart.review.draft.FollowupDraft;
import dev.blackstart.review.draft.FollowupDraft.Action;
import dev.blackstart.review.draft.FollowupDraft.Chain;
import dev.blackstart.review.draft.FollowupDraft.Triage;
import dev.blackstart.review.draft.ReportDraft;
import dev.blackstart.review.draft.ReportFacts;

class RelationsTest {

    private static final Map<String, Set<String>> TEAMS = Map.of("storage", Set.of("pia", "tess"), "network", Set.of("noel"));

    private static final Action ALERT = new Action("/actions/1", "=Alert on lag", "noel", LocalDate.of(2027, 3, 20), "open",
            false, "detect", "D-1", "sev2", "high", null, LocalDate.of(2027, 3, 10), null);

    private static final Chain LAG = new Chain("/defects/1", "D-1", "No alarm on lag", null, "sev2", "open", "injection",
            "known",
            List.of(), List.of(), null, List.of(), List.of(ALERT), List.of());

    private static final Chain BARE = new Chain("/defects/2", "D-2", "Old host name", null, null, "open", null, null, List.of(),
            List.of(), null, List.of(), List.of(), List.of());

    private static ReportDraft draft(WrittenJournal journal) {
        ReportFacts facts = FailoverNight.facts(Duration.ofMinutes(7));
        FollowupDraft followup = new FollowupDraft(List.of(), List.of(ALERT), List.of(LAG, BARE),
                Map.of("f1", new Triage("confirmed", null, null, "D-1", null, "carl"),
                        "f2", new Triage("dismissed", null, null, null, "Known.", "carl")));
        return ReportWriter.draft(FailoverNight.plan(), new ReportFacts(facts.id(), facts.revision(), facts.mode(),
                facts.speed(), facts.zone(), facts.plannedStart(), facts.roster(), followup, Map.of(), HotWashView.NOTHING,
                new Background(List.of(), List.of(), List.of(), TEAMS, Map.of("db", "storage")), facts.asOf()),
                journal.entries());
    }

    private static WrittenJournal day() {
        return FailoverNight.begun().at("PT1M").entry("finding-logged", "pia", "{'finding':'f1','text':'Lag'}")
                .entry("finding-logged", "tess", "{'finding':'f2','text':'Ugly'}")
                .entry("finding-logged", "anonymous", "{'finding':'f3','text':'Odd','kind':'good-catch'}")
                .entry("fault-injected", "carl", "{'drill':'kill'}")
                .entry("impact-recorded", "eve", "{'drill':'kill','customers':5}")
                .entry("impact-recorded", "eve", "{'drill':'kill','customers':12}")
                .entry("contact-acknowledged", "blackstart",
                        "{'tree':'all','activation':'a','attempt':'t','person':'noel','caller':'pia','channel':'phone'}");
    }

    @Test
    void relations_byWhatTheRecordShows_nobodyAnonymousOrDismissed() {
        assertThat(draft(day()).people().relations())
                .extracting(one -> one.relation() + " " + one.who() + ": " + String.join(", ", one.how()))
                .containsExactly("identified pia: 1 finding", "responded noel: 1 call confirmed",
                        "contributed noel: 1 action owned", "affected storage: answers for db",
                        "affected customers: 12 by Kill the primary");
    }

    @Test
    void meetings_acrossTeams_withTheOccasion() {
        assertThat(draft(day()).people().meetings()).singleElement().satisfies(met -> {
            assertThat(met.teams()).containsExactly("network", "storage");
            assertThat(met.occasions()).extracting("at").containsExactly("call tree all", "found and corrected: D-1");
            assertThat(met.occasions().get(0).people()).containsExactlyInAnyOrder("noel", "pia");
        });
    }

    @Test
    void goodCatches_anonymousToo() {
        assertThat(draft(day()).goodCatches()).extracting("text").containsExactly("Odd");
    }

    @Test
    void improvementPlan_rowPerAction_formulaIsText() {
        String csv = ImprovementPlan.csv(draft(day()), new DirectoryNames(Map.of("noel", "Noel Fischer", "network", "Network")),
                TEAMS);

        assertThat(csv.lines().toList()).satisfies(lines -> {
            assertThat(lines.get(0)).startsWith("\uFEFFCore Capability,Objective,Issue/Area for Improvement,Corrective Action");
            assertThat(lines.get(1))
                    .isEqualTo("detect,,D-1 No alarm on lag (sev2),'=Alert on lag,Equipment,Network,Noel Fischer,"
                            + "2027-03-10,2027-03-20");
            assertThat(lines.get(2)).startsWith(",,D-2 Old host name,,,");
        });
    }
}
