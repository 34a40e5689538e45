package dev.blackstart.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.blackstart.hotwash.HotWashView;
import dev.blackstart.journal.WrittenJournal;
import dev.blackstart.review.draft.Background;
import dev.blackstart.review.draft.FollowupDraft;
import dev.blackstart.review.draft.FollowupDraft.Triage;
import dev.blackstart.review.draft.ReportDraft;
import dev.blackstart.review.draft.ReportDraft.Attendance;
import dev.blackstart.review.draft.ReportDraft.Finding;
import dev.blackstart.review.draft.ReportDraft.Moment;
import dev.blackstart.review.draft.ReportFacts;

class PeopleTest {

    private static final String FINDING = "{'finding':'%s','text':'%s','severity':%s,'kind':%s,'observedAt':'2027-03-09T09:04:00Z',"
            + "'observedClock':'PT4M'}";

    private static WrittenJournal found(WrittenJournal journal, String by, String id, String severity, String kind) {
        return journal.entry("finding-logged", by, FINDING.formatted(id, "saw " + id, severity, kind));
    }

    private static Attendance of(ReportDraft draft, String person) {
        return draft.attendance().stream().filter(one -> one.person().equals(person)).findFirst().orElseThrow();
    }

    @Test
    void finding_seenBeforeItWasLogged_bothTimes() {
        ReportDraft draft = FailoverNight.draft(found(FailoverNight.begun().at("PT6M"), "pia", "f1", "'sev2'", "null"), "PT7M");

        Finding finding = draft.findings().get(0);
        assertThat(finding.seen()).hasToString("PT4M");
        assertThat(finding.logged()).hasToString("PT6M");
        assertThat(finding.delay()).hasToString("PT2M");
        assertThat(finding.by()).isEqualTo("pia");
    }

    @Test
    void finding_linked_toldWithItsLink() {
        WrittenJournal journal = found(FailoverNight.begun().at("PT6M"), "pia", "f1", "'sev2'", "null")
                .entry("finding-linked", "pia", "{'finding':'f1','item':'fault','drill':'kill'}");

        ReportDraft draft = FailoverNight.draft(journal, "PT7M");

        assertThat(draft.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo("sev2");
            assertThat(finding.item()).isEqualTo("fault");
            assertThat(finding.drill()).isEqualTo("kill");
        });
        assertThat(of(draft, "pia").findings()).isEqualTo(1);
    }

    @Test
    void worstFindings_triaged_whatNeedsNothingMoreLeftOut() {
        WrittenJournal journal = FailoverNight.begun().at("PT6M");
        found(journal, "pia", "dismissed", "'sev1'", "null");
        found(journal, "pia", "noted", "'sev1'", "null");
        found(journal, "pia", "raised", "'sev4'", "null");
        found(journal, "pia", "new", "'sev2'", "null");
        Map<String, Triage> triage = Map.of("dismissed", new Triage("dismissed", null, "sev1", null, "Known.", "carl"), "noted",
                new Triage("noted", null, "sev1", null, null, "carl"), "raised",
                new Triage("confirmed", null, "sev1", "D-4KX7", null, "carl"));
        ReportFacts facts = FailoverNight.facts(Duration.ofMinutes(7));

        ReportDraft draft = ReportWriter.draft(FailoverNight.plan(),
                new ReportFacts(facts.id(), facts.revision(), facts.mode(), facts.speed(), facts.zone(), facts.plannedStart(),
                        facts.roster(), new FollowupDraft(List.of(), List.of(), List.of(), triage), Map.of(),
                        HotWashView.NOTHING,
                        Background.NONE,
                        facts.asOf()),
                journal.entries());

        assertThat(draft.result().worstFindings()).extracting(Finding::id).containsExactly("raised", "new");
        assertThat(draft.findings()).extracting(Finding::defect).containsExactly(null, null, "D-4KX7", null);
        assertThat(draft.findings()).extracting(Finding::triageReason).containsExactly("Known.", null, null, null);
        assertThat(draft.findings()).extracting(Finding::state).containsExactly("dismissed", "noted", "confirmed", "new");
    }

    @Test
    void story_findingSeenBeforeItWasLogged_standsWhereItWasSeen() {
        WrittenJournal journal = FailoverNight.begun().at("PT5M").entry("note", "carl", "{'text':'Quiet.'}").at("PT6M");
        found(journal, "pia", "f1", "'sev2'", "null");

        assertThat(FailoverNight.draft(journal, "PT7M").story()).extracting(Moment::type).containsExactly("startex",
                "finding-logged", "note");
    }

    @Test
    void worstFindings_bySeverity_goodCatchesLeftOut() {
        WrittenJournal journal = FailoverNight.begun().at("PT6M");
        found(journal, "pia", "none", "null", "null");
        found(journal, "pia", "third", "'sev3'", "'runbook-gap'");
        found(journal, "pia", "good", "'sev1'", "'good-catch'");
        found(journal, "pia", "first", "'sev1'", "null");

        assertThat(FailoverNight.draft(journal, "PT7M").result().worstFindings()).extracting(Finding::id)
                .containsExactly("first", "third", "none");
    }

    @Test
    void finding_anonymous_nobodyIsCredited() {
        ReportDraft draft = FailoverNight.draft(found(FailoverNight.begun().at("PT6M"), "anonymous", "f1", "null", "null"),
                "PT7M");

        assertThat(draft.findings().get(0).by()).isEqualTo("anonymous");
        assertThat(draft.attendance()).extracting(Attendance::person).containsExactly("dana", "pia", "pete");
        assertThat(draft.attendance()).allSatisfy(one -> assertThat(one.findings()).isZero());
    }

    @Test
    void attendance_eachContribution_counted() {
        WrittenJournal journal = FailoverNight.begun().at("PT1M").entry("note", "pia", "{'text':'n'}")
                .entry("note", "pia", "{'text':'m'}").entry("reply", "pia", "{'message':'x','text':'r'}")
                .entry("pausex", "sol", "{'cause':'asked'}").entry("item-released", "blackstart", "{'item':'open'}");

        ReportDraft draft = FailoverNight.draft(journal, "PT2M");

        assertThat(of(draft, "pia").notes()).isEqualTo(2);
        assertThat(of(draft, "pia").replies()).isEqualTo(1);
        assertThat(of(draft, "pia").acts()).isZero();
        assertThat(of(draft, "sol").acts()).isEqualTo(1);
        assertThat(of(draft, "sol").seats()).isEmpty();
        assertThat(of(draft, "dana").acts()).as("STARTEX; what came before it is no part of conduct").isEqualTo(1);
        assertThat(of(draft, "pete").outOfPlay()).isEqualTo("away on purpose");
        assertThat(draft.attendance()).extracting(Attendance::person).doesNotContain("blackstart");
    }

    @Test
    void rosterChanges_handover_withItsShift() {
        WrittenJournal journal = FailoverNight.begun().at("PT40M").entry("handover", "blackstart",
                "{'person':'sol','role':'controller','from':'PT40M'}");

        assertThat(FailoverNight.draft(journal, "PT41M").rosterChanges()).singleElement().satisfies(change -> {
            assertThat(change.person()).isEqualTo("sol");
            assertThat(change.from()).isEqualTo(Duration.ofMinutes(40));
            assertThat(change.until()).isNull();
        });
    }

    @Test
    void replies_severalAudiences_stayWithTheirMessage() {
        String body = "{'item':'%s','by':'clock','due':'PT0S','body':{'message':{'to':['storage','web'],'text':'%s'}}}";
        WrittenJournal journal = FailoverNight.begun().at("PT1M")
                .entry("item-released", "blackstart", body.formatted("one", "A"))
                .entry("message-received", "blackstart", "{'message':'id-1','text':'A'}")
                .entry("message-received", "blackstart", "{'message':'id-1','text':'A'}")
                .entry("item-released", "blackstart", body.formatted("two", "B"))
                .entry("message-received", "blackstart", "{'message':'id-2','text':'B'}").at("PT3M")
                .entry("reply", "pia", "{'message':'id-1','text':'on it'}");

        ReportDraft draft = FailoverNight.draft(journal, "PT4M");

        assertThat(draft.messages()).hasSize(2);
        assertThat(draft.messages().get(0).to()).containsExactly("storage", "web");
        assertThat(draft.messages().get(0).replies()).singleElement().satisfies(reply -> {
            assertThat(reply.text()).isEqualTo("on it");
            assertThat(reply.after()).hasToString("PT2M");
        });
        assertThat(draft.messages().get(1).replies()).isEmpty();
        assertThat(draft.answered()).containsExactly(draft.messages().get(0));
    }

    @Test
    void overrides_gate_checksAndReason() {
        WrittenJournal journal = new WrittenJournal(FailoverNight.STARTEX)
                .entry("gate-overridden", "dana", "{'reason':'short of people','checks':['roles','probes']}")
                .entry("startex", "dana", "{}").entry("note", "dana", "{'text':'here we go'}");

        ReportDraft draft = FailoverNight.draft(journal, "PT1M");

        assertThat(draft.overrides()).singleElement().satisfies(override -> {
            assertThat(override.checks()).containsExactly("roles", "probes");
            assertThat(override.reason()).isEqualTo("short of people");
        });
        assertThat(draft.story()).extracting(Moment::type).containsExactly("gate-overridden", "startex", "note");
        assertThat(draft.notes()).singleElement().satisfies(note -> assertThat(note.text()).isEqualTo("here we go"));
    }

    @Test
    void objectives_unrated_noRating() {
        assertThat(FailoverNight.draft(FailoverNight.begun(), "PT1M").objectives()).satisfiesExactly(first -> {
            assertThat(first.rating()).isNull();
            assertThat(first.target()).hasToString("PT5M");
        }, second -> assertThat(second.target()).isNull());
    }

    @Test
    void from_fiveThousandEntries_eachTold() {
        WrittenJournal journal = FailoverNight.begun().at("PT6M");
        for (int i = 0; i < 2_500; i++) {
            found(journal, "pia", "f" + i, "'sev3'", "null").entry("note", "dana", "{'text':'n'}");
        }

        ReportDraft draft = FailoverNight.draft(journal, "PT7M");

        assertThat(draft.findings()).hasSize(2_500);
        assertThat(draft.notes()).hasSize(2_500);
        assertThat(draft.story()).hasSize(5_001);
    }
}
