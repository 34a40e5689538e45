package dev.blackstart.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.ResourceMethod;
import io.quarkus.security.Authenticated;

/** What the classes themselves say of who may call them: nothing is open by forgetting. */
class GuardedRoutesTest {

    private static final List<ResourceMethod> ROUTES = ResourceMethod.all();

    @Test
    void everyRoute_saysWhoMayCallIt() {
        assertThat(ROUTES).hasSizeGreaterThan(30).allMatch(GuardedRoutesTest::isGuarded);
    }

    /** Other walks read the same list: of secrets, of refused forms, of broken input. */
    @Test
    void inheritedRoute_walkedForEachClassBelow() {
        assertThat(ROUTES).extracting(route -> route.verb() + " " + route.path()).contains("PATCH /api/people/{key}",
                "PATCH /api/teams/{key}", "PATCH /api/systems/{key}", "POST /api/blackouts", "GET /directory/teams/{key}",
                "GET /directory/people/{key}");
        assertThat(ROUTES).extracting(route -> route.verb() + " " + route.path() + route.annotation(Consumes.class)
                .map(Consumes::value).map(List::of) + route.annotation(Produces.class).map(Produces::value).map(List::of))
                .doesNotHaveDuplicates();
    }

    @Test
    void openToAll_signInAndWhatATokenGuards() {
        assertThat(ROUTES).filteredOn(route -> route.annotation(PermitAll.class).isPresent())
                .extracting(ResourceMethod::toString)
                .containsExactlyInAnyOrder("SignInResource.login", "CalendarFeedResource.feed", "ReportFeedResource.feed",
                        "UnsubscribePage.show", "UnsubscribePage.unsubscribe", "AlertApi.receive",
                        "AckPage.show",
                        "AckPage.confirm",
                        "AckPage.noDuff");
    }

    /** The check of the token reads forms; a page that took anything else would pass by it. */
    @Test
    void everyWriteOfAPage_takesFormsAlone() {
        assertThat(ROUTES)
                .filteredOn(route -> route.verb().equals("POST") && route.resource().getSimpleName().endsWith("Resource"))
                .isNotEmpty().allSatisfy(route -> assertThat(route.annotation(Consumes.class).map(Consumes::value)
                        .orElse(new String[0])).isNotEmpty()
                        .isSubsetOf("application/x-www-form-urlencoded", "multipart/form-data"));
    }

    private static boolean isGuarded(ResourceMethod route) {
        return Stream.of(Authenticated.class, RolesAllowed.class, PermitAll.class)
                .anyMatch(guard -> route.annotation(guard).isPresent());
    }
}
