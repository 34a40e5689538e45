package dev.blackstart.browser;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.microsoft.playwright.Request;

/**
 * One button of a form of a template: where it posts ({@code *} where the address depends on the page) and the values that it
 * always sends, from hidden fields and from the button itself. Forms of a template that are alike in all of this are numbered.
 */
record TemplateForm(String template, String action, SortedMap<String, String> fixed, int number) {

    private static final Pattern PART = Pattern.compile("name=\"([^\"]+)\"\r?\n\r?\n(.*?)\r?\n--", Pattern.DOTALL);

    TemplateForm {
        fixed = new TreeMap<>(fixed);
    }

    TemplateForm(String template, String action, SortedMap<String, String> fixed) {
        this(template, action, fixed, 1);
    }

    TemplateForm numbered(int number) {
        return new TemplateForm(template, action, fixed, number);
    }

    /** Its name in the walks: template, address and fixed values, as in "findings/me.html /no-duff". */
    String id() {
        return template + " " + action + fixed.entrySet().stream().map(each -> " " + each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining()) + (number > 1 ? " #" + number : "");
    }

    /**
     * Whether a browser's request is this form's: to its address and with all of its fixed values. Chromium does not show the
     * body of a form with a file; there the address alone tells.
     */
    boolean isSentBy(Request request) {
        if (!request.method().equals("POST") || !address().matcher(URI.create(request.url()).getPath()).matches()) {
            return false;
        }
        return isMultipart(request) && request.postDataBuffer() == null
                || fields(request).entrySet().containsAll(fixed.entrySet());
    }

    private Pattern address() {
        if (action.equals("*")) {
            return Pattern.compile(".+");
        }
        return Pattern.compile(Pattern.quote(action.startsWith("*") ? "*" + action : action).replace("**", "\\E.+\\Q")
                .replace("*", "\\E[^/]+\\Q"));
    }

    private static boolean isMultipart(Request request) {
        return request.headers().getOrDefault("content-type", "").startsWith("multipart/");
    }

    private static Map<String, String> fields(Request request) {
        byte[] body = request.postDataBuffer();
        String text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        Map<String, String> fields = new HashMap<>();
        if (isMultipart(request)) {
            PART.matcher(text).results().forEach(part -> fields.put(part.group(1), part.group(2)));
            return fields;
        }
        for (String pair : text.split("&")) {
            String[] halves = pair.split("=", 2);
            fields.put(decoded(halves[0]), halves.length == 2 ? decoded(halves[1]) : "");
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
