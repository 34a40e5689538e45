package dev.blackstart.target.http;

import java.time.Duration;
import java.util.Map;

/**
 * A request as a plan writes it: secrets stand in it as references.
 *
 * @param body null for none
 * @param timeout for all of it, from the look-up of the name to the last byte of the answer
 * @param answerLimit how many bytes of the answer are kept; the rest is not read
 */
public record TargetRequest(String method, String url, Map<String, String> headers, String body, Duration timeout,
        int answerLimit) {

    public static final int USUAL_ANSWER_LIMIT = 65_536;

    public TargetRequest {
        headers = Map.copyOf(headers);
    }

    public static TargetRequest get(String url, Duration timeout) {
        return new TargetRequest("GET", url, Map.of(), null, timeout, USUAL_ANSWER_LIMIT);
    }
}
