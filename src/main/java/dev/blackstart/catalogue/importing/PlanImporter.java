package dev.blackstart.catalogue.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.apache.commons.codec.digest.DigestUtils;
import org.erdtman.jcs.JsonCanonicalizer;

import dev.blackstart.catalogue.Plan;
import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.PlanRevision;
import dev.blackstart.catalogue.importing.ImportResult.Outcome;
import dev.blackstart.catalogue.known.KnownSource;
import dev.blackstart.catalogue.source.SourceTree;
import dev.blackstart.catalogue.source.Violation;

/** Takes plans in, whole or not at all. */
@ApplicationScoped
public class PlanImporter {

    /** Who imports the folder. */
    static final String BLACKSTART = "blackstart";

    private final KnownSource known;
    private final Clock clock;

    PlanImporter(KnownSource known, Clock clock) {
        this.known = known;
        this.clock = clock;
    }

    /**
     * An equal tree keeps the revision and takes the new bytes; another one is a new revision.
     *
     * @param importedBy person key
     * @param dryRun tell what would happen, and do nothing
     * @throws PlanRefused with everything that is wrong
     */
    @Transactional
    public ImportResult importPlan(byte[] bytes, String importedBy, boolean dryRun) {
        PlanReading reading = accepted(bytes, importedBy);
        String hash = hash(reading);
        if (!dryRun) {
            return take(bytes, reading, hash, importedBy);
        }
        Plan plan = Plan.byKey(reading.document().key());
        if (plan == null) {
            return result(reading, 1, Outcome.NEW);
        }
        return plan.current().treeHash.equals(hash) ? result(reading, plan.revision, Outcome.UNCHANGED)
                : result(reading, plan.revision + 1, Outcome.CHANGED);
    }

    /**
     * A file that has not changed since it was read from the folder is not judged again, which saves a second at
     * each start, and does not undo what somebody imported since.
     *
     * @throws PlanRefused with everything that is wrong
     */
    @Transactional
    ImportResult importFile(byte[] bytes) {
        String key = SourceTree.read(bytes).root().path("key").asText();
        PlanRevision ours = PlanRevision.newestBy(BLACKSTART, key);
        if (ours != null && Arrays.equals(ours.source, bytes)) {
            return new ImportResult(key, Plan.byKey(key).revision, List.of(), Outcome.UNCHANGED);
        }
        PlanReading reading = accepted(bytes, BLACKSTART);
        String hash = hash(reading);
        return ours != null && ours.treeHash.equals(hash) && Plan.byKey(key).revision != ours.number
                ? result(reading, Plan.byKey(key).revision, Outcome.UNCHANGED)
                : take(bytes, reading, hash, BLACKSTART);
    }

    /** Whether somebody else's plan that the importer may not know of has this key. */
    private static boolean isHidden(String key, String importer) {
        Plan known = Plan.byKey(key);
        if (known == null) {
            return false;
        }
        boolean hidden = Plan.visible(key, importer, true) == null;
        Plan.getEntityManager().detach(known); // it is read again under its lock
        return hidden;
    }

    private PlanReading accepted(byte[] bytes, String importer) {
        PlanReading reading = PlanReading.of(bytes, known.of(importer));
        if (!reading.isAccepted()) {
            throw new PlanRefused(reading);
        }
        String key = reading.document().key();
        if (!BLACKSTART.equals(importer) && isHidden(key, importer)) {
            throw new PlanRefused(new PlanReading(reading.tree(), List.of(new Violation("/key",
                    SourceTree.read(bytes).line("/key"), "This key is not available; choose another one.")), List.of()));
        }
        return reading;
    }

    private ImportResult take(byte[] bytes, PlanReading reading, String hash, String importedBy) {
        Instant now = clock.instant();
        PlanDocument document = reading.document();
        Plan plan = Plan.locked(document, now);
        PlanRevision current = plan.current();
        if (current != null && current.treeHash.equals(hash)) {
            current.keep(bytes);
            return result(reading, plan.revision, Outcome.UNCHANGED);
        }
        plan.describe(document, reading.tree().path("type").asText(), plan.revision + 1);
        new PlanRevision(plan.key, plan.revision, bytes, reading.tree().toString(), hash, importedBy, now).persist();
        return result(reading, plan.revision, current == null ? Outcome.NEW : Outcome.CHANGED);
    }

    private static ImportResult result(PlanReading reading, int revision, Outcome outcome) {
        return new ImportResult(reading.document().key(), revision, reading.warnings(), outcome);
    }

    /** SHA-256 of the canonical JSON (RFC 8785), in which the order of keys and the form of numbers do not count. */
    static String hash(PlanReading reading) {
        try {
            return DigestUtils.sha256Hex(new JsonCanonicalizer(reading.tree().toString()).getEncodedUTF8());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
