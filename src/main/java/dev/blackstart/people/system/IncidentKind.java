package dev.blackstart.people.system;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * What kind of incident it was, in the words of the report's fields; each null where nobody said it.
 *
 * @param severity {@code sev1} … {@code sev4}
 */
@Embeddable
public record IncidentKind(String severity, @Enumerated(EnumType.STRING) Detection detectedBy,
        @Enumerated(EnumType.STRING) Origin faultOrigin, @Enumerated(EnumType.STRING) Resolution resolution) {

    public static final IncidentKind UNKNOWN = new IncidentKind(null, null, null, null);

    /** Who or what noticed it. */
    public enum Detection {
        ALERT,
        INTERNAL,
        CUSTOMER,
        THIRD_PARTY
    }

    /** Where the fault came from. */
    public enum Origin {
        CODE,
        CONFIGURATION,
        INFRASTRUCTURE,
        DEPENDENCY,
        PROCESS,
        SECURITY,
        UNKNOWN
    }

    /** By which path it was recovered. */
    public enum Resolution {
        ROLLBACK,
        FAILOVER,
        RESTART,
        SCALING,
        FIX_FORWARD,
        OTHER
    }
}
