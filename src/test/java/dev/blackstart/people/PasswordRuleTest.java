package dev.blackstart.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

    @ParameterizedTest
    @ValueSource(strings = { "", "x", "blackstart", "eleven char", "            ", "😀😀😀😀😀😀😀😀😀😀😀",
            "twelve\0characters" })
    void complaint_shortBlankOrUnstorable_refused(String password) {
        assertThat(PasswordRule.complaint(password)).isPresent();
    }

    @Test
    void complaint_twelveCharactersToSeventyTwoBytes_none() {
        assertThat(PasswordRule.complaint("twelve chars")).isEmpty();
        assertThat(PasswordRule.complaint("x".repeat(72))).isEmpty();
        assertThat(PasswordRule.complaint("ä".repeat(37))).isPresent();
    }

    @Test
    void check_tooShortInTheConfiguration_startIsRefusedWithTheProperty() {
        assertThatThrownBy(() -> PasswordRule.check("blackstart.admin.password", "x"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "blackstart.admin.password is refused. A password has at least 12 characters; a few words are good.");
    }
}
