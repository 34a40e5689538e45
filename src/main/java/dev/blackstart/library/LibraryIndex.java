package dev.blackstart.library;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.Plan;
import dev.blackstart.catalogue.PlanDocument.SystemUnderTest;
import dev.blackstart.catalogue.PlanRevision;
import dev.blackstart.findings.Finding;
import dev.blackstart.followup.action.ActionItem;
import dev.blackstart.followup.defect.Defect;
import dev.blackstart.library.LibraryDocument.Content;
import dev.blackstart.review.publication.PublishedReport;
import dev.blackstart.review.publication.ReportAudience;
import dev.blackstart.stories.Story;
import dev.blackstart.web.Texts;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/**
 * Brings the library up to date, a batch in a transaction, every few seconds: whatever changed has another version than the
 * document made of it. Replicas take turns.
 */
@ApplicationScoped
class LibraryIndex {

    private static final int BATCH = 100;

    /** So many are looked for at a time; the others follow a few seconds later. */
    private static final int MOST = 10_000;

    /** So much of a finding is its title. */
    private static final int TITLE = 120;

    private final List<LibrarySource<?>> sources = List.of(new FindingSource(), new DefectSource(), new ActionSource(),
            new PlanSource(),
            new ReportSource(), new StorySource());

    @Scheduled(executeWith = Scheduled.SIMPLE, every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        for (LibrarySource<?> source : sources) {
            inBatches(QuarkusTransaction.requiringNew().call(() -> source.changed(MOST)),
                    subject -> write(source, subject));
            inBatches(QuarkusTransaction.requiringNew().call(() -> source.orphans(MOST)), id -> LibraryDocument.deleteById(id));
        }
    }

    /** Each batch in a transaction that holds the turn; what another replica has written meanwhile is left as it is. */
    private static void inBatches(List<UUID> ids, Consumer<UUID> update) {
        for (int i = 0; i < ids.size(); i += BATCH) {
            List<UUID> batch = ids.subList(i, Math.min(ids.size(), i + BATCH));
            QuarkusTransaction.requiringNew().run(() -> {
                Panache.getEntityManager().createNativeQuery("select id from library_turn where id = 1 for update")
                        .getSingleResult();
                batch.forEach(update);
            });
        }
    }

    private void write(LibrarySource<?> source, UUID subject) {
        Content content = source.content(subject);
        LibraryDocument document = LibraryDocument.of(source.kind, subject);
        if (content == null || document != null && document.subjectVersion == content.subjectVersion()) {
            return;
        }
        Map<String, Integer> weights = source.weights(content);
        if (document == null) {
            document = new LibraryDocument(source.kind, subject, content.at());
            document.describe(content, weights);
            document.persist();
        } else {
            document.describe(content, weights);
        }
    }

    private static final class FindingSource extends LibrarySource<Finding> {
        FindingSource() {
            super(DocumentKind.FINDING, Finding.class);
        }

        @Override
        Content content(Finding one) {
            return new Content(one.version, null, one.exerciseId, null, null,
                    !one.proposed && one.itemId == null && one.drillId == null, Texts.cut(one.text, TITLE), one.text,
                    Set.of(), one.createdAt);
        }

        /** Its title is the beginning of its text. */
        @Override
        Map<String, Integer> weights(Content content) {
            return Words.weights("", content.text());
        }
    }

    private static final class DefectSource extends LibrarySource<Defect> {
        DefectSource() {
            super(DocumentKind.DEFECT, Defect.class);
        }

        @Override
        Content content(Defect one) {
            return new Content(one.version, one.reference, one.exerciseId, null, null, false, one.title,
                    lines(Stream.concat(Stream.of(one.reference, one.text), one.contributingFactors.stream())),
                    new TreeSet<>(one.systems), one.createdAt);
        }
    }

    private static final class ActionSource extends LibrarySource<ActionItem> {
        ActionSource() {
            super(DocumentKind.ACTION, ActionItem.class);
        }

        @Override
        Content content(ActionItem one) {
            Defect defect = Defect.findById(one.defectId);
            return defect == null ? null
                    : new Content(one.version, defect.reference, one.exerciseId, null, one.owner, false, one.title,
                            lines(Stream.of(one.evidence, one.dropReason)), new TreeSet<>(defect.systems), one.createdAt);
        }
    }

    private static final class PlanSource extends LibrarySource<Plan> {
        PlanSource() {
            super(DocumentKind.PLAN, Plan.class);
        }

        @Override
        Content content(Plan one) {
            PlanRevision newest = one.current();
            return newest == null ? null
                    : new Content(one.version, one.key, null, one.key, null, false, one.name,
                            lines(sentences(newest.tree())),
                            newest.document().systems().stream().map(SystemUnderTest::key).collect(Collectors.toSet()),
                            newest.createdAt);
        }

        /** What the plan says to people: a value with a space in it is no key, time or name of a channel. */
        private static Stream<String> sentences(JsonNode node) {
            return node.isTextual() ? Stream.of(node.asText()).filter(text -> text.contains(" "))
                    : Stream.of(node).flatMap(one -> {
                        Stream.Builder<JsonNode> parts = Stream.builder();
                        one.forEach(parts);
                        return parts.build();
                    }).flatMap(PlanSource::sentences);
        }
    }

    /** The newest copy of an exercise's report, as its readers read it. */
    private static final class ReportSource extends LibrarySource<PublishedReport> {
        ReportSource() {
            super(DocumentKind.REPORT, PublishedReport.class, """
                    not exists (select 1 from PublishedReport later where later.exerciseId = s.exerciseId
                        and (later.createdAt > s.createdAt or later.createdAt = s.createdAt and later.id < s.id))""");
        }

        @Override
        Content content(PublishedReport one) {
            return new Content(one.version, null, one.exerciseId, null, null, one.audience == ReportAudience.ROSTER,
                    one.title, one.markdownText(), Set.of(), one.createdAt);
        }
    }

    /** What everybody may read; as its time what the story itself keeps, which for one without a name is a quarter. */
    private static final class StorySource extends LibrarySource<Story> {
        StorySource() {
            super(DocumentKind.STORY, Story.class, "s.state = PUBLISHED");
        }

        @Override
        Content content(Story one) {
            return !one.isPublished() ? null
                    : new Content(one.version, null, null, null, null, false, one.title,
                            lines(Stream.of(one.text, one.learned)), new TreeSet<>(one.systems), one.createdAt);
        }
    }

    private static String lines(Stream<String> parts) {
        return parts.filter(part -> part != null && !part.isBlank()).map(String::strip).collect(Collectors.joining("\n"));
    }
}
