package dev.blackstart.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Names of time zones as people write and read them. */
public final class TimeZones {

    /** Abbreviations are no zones: they have no summer time, and some mean several places. The most common one is meant. */
    private static final Map<String, String> ABBREVIATED = Map.ofEntries(Map.entry("EST", "America/New_York"),
            Map.entry("EDT", "America/New_York"), Map.entry("ET", "America/New_York"), Map.entry("CST", "America/Chicago"),
            Map.entry("CDT", "America/Chicago"), Map.entry("MST", "America/Denver"), Map.entry("MDT", "America/Denver"),
            Map.entry("PST", "America/Los_Angeles"), Map.entry("PDT", "America/Los_Angeles"),
            Map.entry("PT", "America/Los_Angeles"), Map.entry("AKST", "America/Anchorage"),
            Map.entry("AKDT", "America/Anchorage"), Map.entry("HST", "Pacific/Honolulu"), Map.entry("AST", "America/Halifax"),
            Map.entry("ADT", "America/Halifax"), Map.entry("NST", "America/St_Johns"), Map.entry("BRT", "America/Sao_Paulo"),
            Map.entry("ART", "America/Argentina/Buenos_Aires"), Map.entry("BST", "Europe/London"),
            Map.entry("CEST", "Europe/Berlin"), Map.entry("MEZ", "Europe/Berlin"), Map.entry("MESZ", "Europe/Berlin"),
            Map.entry("WEST", "Europe/Lisbon"), Map.entry("EEST", "Europe/Helsinki"), Map.entry("MSK", "Europe/Moscow"),
            Map.entry("TRT", "Europe/Istanbul"), Map.entry("IST", "Asia/Kolkata"), Map.entry("PKT", "Asia/Karachi"),
            Map.entry("SGT", "Asia/Singapore"), Map.entry("HKT", "Asia/Hong_Kong"), Map.entry("JST", "Asia/Tokyo"),
            Map.entry("KST", "Asia/Seoul"), Map.entry("WIB", "Asia/Jakarta"), Map.entry("AEST", "Australia/Sydney"),
            Map.entry("AEDT", "Australia/Sydney"), Map.entry("ACST", "Australia/Adelaide"),
            Map.entry("AWST", "Australia/Perth"), Map.entry("NZST", "Pacific/Auckland"), Map.entry("NZDT", "Pacific/Auckland"),
            Map.entry("SAST", "Africa/Johannesburg"), Map.entry("EAT", "Africa/Nairobi"), Map.entry("WAT", "Africa/Lagos"));

    /** With English for the United Kingdom, Java knows no short name of an American zone. */
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("z", Locale.US);

    private TimeZones() {
    }

    /** The zone that somebody probably meant by an abbreviation, or by another case: {@code EST}, {@code europe/berlin}. */
    public static Optional<String> meant(String name) {
        String known = ABBREVIATED.get(name.strip().toUpperCase(Locale.ROOT));
        return known != null ? Optional.of(known)
                : ZoneId.getAvailableZoneIds().stream().filter(zone -> zone.equalsIgnoreCase(name.strip().replace(' ', '_')))
                        .findFirst();
    }

    /** What to write instead of a zone that there is not. */
    public static String unknown(String name) {
        return "There is no such time zone; "
                + meant(name).map(zone -> "did you mean " + zone + "?").orElse("write for example Europe/Berlin.");
    }

    /** {@code CET}, {@code EDT}: what people there call it at that time. */
    public static String shortName(Instant at, ZoneId zone) {
        return SHORT.format(at.atZone(zone));
    }
}
