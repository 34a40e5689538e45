package dev.blackstart.probe;

/**
 * What a target answered.
 *
 * @param status HTTP status or exit status; null where the type has none
 * @param body the text of the answer, cut to size; null where there is none
 * @param value the value measured; null where the tolerance takes it from the body
 */
public record ProbeAnswer(Integer status, String body, String value) {

    /** The target is there. */
    public static final ProbeAnswer CONNECTED = new ProbeAnswer(null, null, null);

    public static ProbeAnswer ofValue(String value) {
        return new ProbeAnswer(null, null, value);
    }
}
