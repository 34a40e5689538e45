package dev.blackstart.followup.offer;

import java.time.Instant;
import java.util.UUID;

/** Who may read of an exercise's defects outside its control staff: those for whom its report was published. */
public interface ReportReaders {

    /** When the newest copy was published; null where none was. */
    Instant publishedAt(UUID exerciseId);

    /** Whether the newest copy was published to this person. */
    boolean mayRead(UUID exerciseId, String person);
}
