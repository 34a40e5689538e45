package dev.blackstart.findings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.commons.codec.digest.DigestUtils;

import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalEntry;
import dev.blackstart.journal.JournaledRows;

/** Findings as their journal records them: that they were logged, in which words, and what triage made of them. */
@ApplicationScoped
class JournaledFindings implements JournaledRows {

    @Override
    public Comparison of(UUID exerciseId) {
        return new Recorded(exerciseId);
    }

    private static final String ERASED = DigestUtils.sha256Hex(Journal.ERASED);

    /** Texts may be long and many: their hashes are kept. */
    private record Content(String text, String kind, String severity) {

        static Content of(String text, String kind, String severity) {
            return new Content(DigestUtils.sha256Hex(text), kind, severity);
        }

        /** The chain of hashes proves that it is. */
        boolean erased() {
            return text.equals(ERASED);
        }
    }

    private static final class Recorded implements Comparison {

        private final UUID exerciseId;
        private final Map<String, Content> logged = new LinkedHashMap<>();
        private final Map<String, String> triaged = new LinkedHashMap<>();

        private Recorded(UUID exerciseId) {
            this.exerciseId = exerciseId;
        }

        @Override
        public void read(JournalEntry entry) {
            if (entry.event() instanceof FindingLogged finding) {
                logged.put(finding.finding(), Content.of(finding.text(), finding.kind(), finding.severity()));
            } else if (entry.event() instanceof TriagedFinding finding) {
                triaged.put(finding.finding(), finding.state());
            }
        }

        @Override
        public List<Difference> differences() {
            List<Difference> differences = new ArrayList<>();
            for (Finding finding : Finding.<Finding> list("exerciseId = ?1 order by createdAt, id", exerciseId)) {
                String id = finding.id.toString();
                Content content = logged.remove(id);
                if (content == null) {
                    differences.add(new Difference("finding", id, "unrecorded", null, finding.state.key()));
                } else if (!content.equals(Content.of(content.erased() ? Journal.ERASED : finding.text, finding.kind,
                        finding.severity))) {
                    differences.add(new Difference("finding", id, "text", null, null));
                }
                String state = triaged.getOrDefault(id, TriageState.NEW.key());
                if (!state.equals(finding.state.key())) {
                    differences.add(new Difference("finding", id, "state", state, finding.state.key()));
                }
            }
            logged.keySet().forEach(id -> differences.add(new Difference("finding", id, "missing", null, null)));
            return differences;
        }
    }
}
