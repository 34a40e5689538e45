package dev.blackstart.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.blackstart.review.subscription.ReportFeedClient;
import dev.blackstart.secrecy.SecrecyWalkTest.Phase;
import dev.blackstart.testsupport.OnH2;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** The walk through feeds of reports, which are read without signing in. */
@QuarkusTest
@TestProfile(OnH2.class)
class ReportFeedSecrecyTest {

    static Stream<Phase> phases() {
        return SecrecyWalkTest.phases().stream()
                .filter(phase -> phase.name().equals("ended") || phase.name().startsWith("published"));
    }

    @ParameterizedTest
    @MethodSource("phases")
    void feed_ofEverybody_hasWhatWasPublishedToThemAlone(Phase phase) {
        SecretExercise day = phase.reached().get();
        List<String> leaks = new ArrayList<>();
        for (String person : List.of("pia", "noel", "olga", "adam", "pete", "wilma")) {
            String text = ReportFeedClient.of(person).text();
            day.markers.in(text).stream().filter(what -> !day.markers.mayKnow(person, what))
                    .forEach(what -> leaks.add(person + " learns " + what));
            assertThat(text.contains(day.id)).as("whether %s hears of the report", person)
                    .isEqualTo(day.markers.mayKnow(person, "report-summary"));
        }
        assertThat(leaks).isEmpty();
    }
}
