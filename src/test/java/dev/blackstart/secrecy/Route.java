package dev.blackstart.secrecy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** A route of the application as its classes declare it: pages and API alike. */
record Route(String verb, String path, List<String> consumes, List<String> produces, JavaMethod method) {

    private static final Pattern PLACE = Pattern.compile("([^/]+)/\\{(\\w+)[^}]*}");

    /** Every JAX-RS method of the compiled application. */
    static List<Route> all() {
        List<Route> routes = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter().importPath(Path.of("target/classes/dev/blackstart"))) {
            for (JavaMethod method : type.getMethods()) {
                verb(method).ifPresent(verb -> routes.add(new Route(verb, path(type, method),
                        Arrays.asList(method.tryGetAnnotationOfType(Consumes.class)
                                .or(() -> type.tryGetAnnotationOfType(Consumes.class)).map(Consumes::value)
                                .orElse(new String[0])),
                        Arrays.asList(method.tryGetAnnotationOfType(Produces.class)
                                .or(() -> type.tryGetAnnotationOfType(Produces.class)).map(Produces::value)
                                .orElse(new String[0])),
                        method)));
            }
        }
        return routes;
    }

    private static Optional<String> verb(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(annotation -> annotation.getRawType().tryGetAnnotationOfType(HttpMethod.class))
                .flatMap(Optional::stream).map(HttpMethod::value).findFirst()
                .or(() -> method.getAnnotations().stream().map(annotation -> annotation.getRawType())
                        .filter(type -> type.getPackageName().equals("jakarta.ws.rs")).map(JavaClass::getSimpleName)
                        .filter(name -> List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS").contains(name))
                        .findFirst());
    }

    private static String path(JavaClass type, JavaMethod method) {
        String root = type.tryGetAnnotationOfType(jakarta.ws.rs.Path.class).map(jakarta.ws.rs.Path::value).orElse("");
        String leaf = method.tryGetAnnotationOfType(jakarta.ws.rs.Path.class).map(jakarta.ws.rs.Path::value).orElse("");
        String whole = ("/" + root + "/" + leaf).replaceAll("/+", "/");
        return whole.length() > 1 && whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole;
    }

    boolean isApi() {
        return path.startsWith("/api");
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
