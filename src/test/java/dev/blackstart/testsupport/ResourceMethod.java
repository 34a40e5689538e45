package dev.blackstart.testsupport;

import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import jakarta.ws.rs.HttpMethod;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/**
 * A route of the compiled application.
 *
 * @param resource the class that answers
 * @param method its own, or inherited: a method of a base class is a route of each class below it
 */
public record ResourceMethod(JavaClass resource, JavaMethod method) {

    private static final List<String> VERBS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    public static List<ResourceMethod> all() {
        return StreamSupport
                .stream(new ClassFileImporter().importPath(Path.of("target/classes/dev/blackstart")).spliterator(), false)
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .flatMap(type -> type.getAllMethods().stream().filter(ResourceMethod::isRoute)
                        .map(method -> new ResourceMethod(type, method)))
                .toList();
    }

    /** The compiler copies annotations to the bridge methods that it adds. */
    private static boolean isRoute(JavaMethod method) {
        return !method.getModifiers().contains(JavaModifier.SYNTHETIC) && verb(method).isPresent();
    }

    private static Optional<String> verb(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(annotation -> annotation.getRawType().tryGetAnnotationOfType(HttpMethod.class))
                .flatMap(Optional::stream).map(HttpMethod::value).findFirst()
                .or(() -> method.getAnnotations().stream().map(annotation -> annotation.getRawType())
                        .filter(type -> type.getPackageName().equals("jakarta.ws.rs")).map(JavaClass::getSimpleName)
                        .filter(VERBS::contains).findFirst());
    }

    public String verb() {
        return verb(method).orElseThrow();
    }

    public String path() {
        String root = resource.tryGetAnnotationOfType(jakarta.ws.rs.Path.class).map(jakarta.ws.rs.Path::value).orElse("");
        String leaf = method.tryGetAnnotationOfType(jakarta.ws.rs.Path.class).map(jakarta.ws.rs.Path::value).orElse("");
        String whole = ("/" + root + "/" + leaf).replaceAll("/+", "/");
        return whole.length() > 1 && whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole;
    }

    /**
     * Of the method, else of the class that declares it. Quarkus reads security, {@code @Consumes} and {@code @Produces} there:
     * what stands on a class below does not reach an inherited method.
     */
    public <A extends Annotation> Optional<A> annotation(Class<A> type) {
        return method.tryGetAnnotationOfType(type).or(() -> method.getOwner().tryGetAnnotationOfType(type));
    }

    @Override
    public String toString() {
        return resource.getSimpleName() + "." + method.getName();
    }
}
