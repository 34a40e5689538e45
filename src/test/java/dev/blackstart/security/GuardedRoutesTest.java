package dev.blackstart.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import io.quarkus.security.Authenticated;

/** What the classes themselves say of who may call them: nothing is open by forgetting. */
class GuardedRoutesTest {

    private static final List<JavaMethod> ROUTES = StreamSupport
            .stream(new ClassFileImporter().importPath(Path.of("target/classes/dev/blackstart")).spliterator(), false)
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.getAnnotations().stream().anyMatch(annotation -> annotation.getRawType().getPackageName()
                    .equals("jakarta.ws.rs") && annotation.getRawType().getSimpleName().matches("[A-Z]{3,7}")))
            .toList();

    @Test
    void everyRoute_saysWhoMayCallIt() {
        assertThat(ROUTES).hasSizeGreaterThan(30).allMatch(route -> isGuarded(route) || isGuarded(route.getOwner()));
    }

    @Test
    void openToAll_signInAndWhatATokenGuards() {
        assertThat(ROUTES)
                .filteredOn(
                        route -> route.isAnnotatedWith(PermitAll.class) || route.getOwner().isAnnotatedWith(PermitAll.class))
                .extracting(route -> route.getOwner().getSimpleName() + "." + route.getName())
                .containsExactlyInAnyOrder("SignInResource.login", "CalendarFeedResource.feed", "AlertApi.receive",
                        "AckPage.show",
                        "AckPage.confirm",
                        "AckPage.noDuff");
    }

    /** The check of the token reads forms; a page that took anything else would pass by it. */
    @Test
    void everyWriteOfAPage_takesFormsAlone() {
        assertThat(ROUTES)
                .filteredOn(route -> route.isAnnotatedWith(POST.class) && route.getOwner().getSimpleName().endsWith("Resource"))
                .isNotEmpty().allSatisfy(route -> assertThat(route.tryGetAnnotationOfType(Consumes.class)
                        .or(() -> route.getOwner().tryGetAnnotationOfType(Consumes.class)).map(Consumes::value)
                        .orElse(new String[0])).isNotEmpty()
                        .isSubsetOf("application/x-www-form-urlencoded", "multipart/form-data"));
    }

    private static boolean isGuarded(HasAnnotations<?> element) {
        return element.isAnnotatedWith(Authenticated.class) || element.isAnnotatedWith(RolesAllowed.class)
                || element.isAnnotatedWith(PermitAll.class);
    }
}
