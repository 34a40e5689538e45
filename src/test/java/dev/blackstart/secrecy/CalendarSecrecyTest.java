package dev.blackstart.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.blackstart.calendar.CalendarClient;
import dev.blackstart.secrecy.SecrecyWalkTest.Phase;
import dev.blackstart.testsupport.OnH2;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** The walk through calendar feeds, which are read without signing in. */
@QuarkusTest
@TestProfile(OnH2.class)
class CalendarSecrecyTest {

    static List<Phase> phases() {
        return SecrecyWalkTest.phases();
    }

    @ParameterizedTest
    @MethodSource("phases")
    void feed_ofEverybody_tellsNobodyWhatIsNotTheirs(Phase phase) {
        SecretExercise day = phase.reached().get();
        String date = day.markers.of("start-date");
        List<String> leaks = new ArrayList<>();
        for (String person : List.of("pia", "noel", "olga", "adam", "pete", "wilma", "carl")) {
            // folded lines would hide a marker, and dates are written without dashes
            String text = CalendarClient.of(person).text().replace("\r\n ", "").replace(date.replace("-", ""), date);
            if (!person.equals("carl")) {
                day.markers.in(text).stream().filter(what -> !day.markers.mayKnow(person, what))
                        .forEach(what -> leaks.add(person + " learns " + what));
            }
            boolean knows = day.markers.mayKnow(person, "title") || person.equals("carl");
            if (!knows && text.contains(day.id)) {
                leaks.add(person + " learns that there is one");
            }
        }
        assertThat(leaks).isEmpty();
        if (phase.name().equals("announced")) {
            assertThat(day.markers.in(CalendarClient.of("pia").text().replace("\r\n ", ""))).contains("title", "briefing");
        }
    }
}
