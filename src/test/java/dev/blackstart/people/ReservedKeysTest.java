package dev.blackstart.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReservedKeysTest {

    @ParameterizedTest
    @ValueSource(strings = { "everyone", "anonymous", "blackstart", "system" })
    void contains_keyWithItsOwnMeaning_true(String key) {
        assertThat(ReservedKeys.contains(key)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "pia", "systems", "everyone-2" })
    void contains_ordinaryKey_false(String key) {
        assertThat(ReservedKeys.contains(key)).isFalse();
    }
}
