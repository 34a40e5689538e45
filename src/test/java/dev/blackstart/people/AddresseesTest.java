package dev.blackstart.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

class AddresseesTest {

    private static final List<String> ROSTER = List.of("pia", "nora", "wim");
    private static final Map<String, Set<String>> TEAMS = Map.of("db", Set.of("pia", "absent"), "net", Set.of("wim"));

    @Test
    void among_everyone_wholeRoster() {
        assertThat(new Addressees(List.of("everyone")).among(ROSTER, TEAMS)).containsExactly("pia", "nora", "wim");
        assertThat(new Addressees(List.of("db", "everyone")).includeEveryone()).isTrue();
    }

    @Test
    void among_teamsAndPeople_thoseOfThemOnTheRosterInItsOrder() {
        assertThat(new Addressees(List.of("net", "nora", "ghost", "db")).among(ROSTER, TEAMS))
                .containsExactly("pia", "nora", "wim");
        assertThat(new Addressees(List.of("db")).among(ROSTER, TEAMS)).containsExactly("pia");
    }

    @Test
    void among_nobodyNamed_nobody() {
        assertThat(new Addressees(List.of()).among(ROSTER, TEAMS)).isEmpty();
    }
}
