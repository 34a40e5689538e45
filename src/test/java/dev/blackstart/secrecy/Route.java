package dev.blackstart.secrecy;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

import com.tngtech.archunit.core.domain.JavaMethod;

import dev.blackstart.testsupport.ResourceMethod;

/** A route of the application as its classes declare or inherit it: pages and API alike. */
record Route(String verb, String path, List<String> consumes, List<String> produces, JavaMethod method) {

    private static final Pattern PLACE = Pattern.compile("([^/]+)/\\{(\\w+)[^}]*}");

    /** Every JAX-RS method of the compiled application. */
    static List<Route> all() {
        return ResourceMethod.all().stream()
                .map(one -> new Route(one.verb(), one.path(),
                        List.of(one.annotation(Consumes.class).map(Consumes::value).orElse(new String[0])),
                        List.of(one.annotation(Produces.class).map(Produces::value).orElse(new String[0])), one.method()))
                .toList();
    }

    boolean isApi() {
        return path.startsWith("/api") || path.equals("/q/metrics");
    }

    boolean isRead() {
        return verb.equals("GET");
    }

    /** Whether what it is about can be hidden as a whole: an exercise or a plan. */
    boolean isOf(String collection) {
        return path.contains("/" + collection + "/{");
    }

    /** Whether a query can ask it for less, or for another revision. */
    boolean takesQuery() {
        return method.getParameters().stream().anyMatch(parameter -> parameter.isAnnotatedWith(QueryParam.class)
                || parameter.isAnnotatedWith(BeanParam.class));
    }

    boolean streams() {
        return produces.contains("text/event-stream");
    }

    /**
     * Addresses of this route, one for each thing its placeholders can stand for.
     *
     * @throws AssertionError where nobody said what a placeholder stands for
     */
    List<String> fill(Names names) {
        List<String> filled = List.of(path);
        Matcher place = PLACE.matcher(path);
        while (place.find()) {
            Collection<String> values = names.of(place.group(1));
            if (values == null) {
                throw new AssertionError("The walk does not know what stands for {%s} in %s: teach it, or it proves nothing"
                        .formatted(place.group(2), this));
            }
            String before = place.group(1) + "/";
            filled = filled.stream().flatMap(address -> values.stream()
                    .map(value -> address.replaceFirst(Pattern.quote(before) + "\\{\\w+[^}]*}", before + value))).toList();
        }
        for (String address : filled) {
            if (address.contains("{")) {
                throw new AssertionError("The walk cannot fill " + this + ": teach it, or it proves nothing");
            }
        }
        return filled;
    }

    /** What stands behind a collection's name in an address. */
    interface Names {
        /** Null for a collection nobody knows. */
        Collection<String> of(String collection);
    }

    @Override
    public String toString() {
        return verb + " " + path;
    }
}
