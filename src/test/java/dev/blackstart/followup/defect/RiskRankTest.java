package dev.blackstart.followup.defect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskRankTest {

    @ParameterizedTest
    @CsvSource({ "sev1,RARE,MEDIUM", "sev1,POSSIBLE,HIGH", "sev1,LIKELY,CRITICAL", "sev1,ALMOST_CERTAIN,CRITICAL",
            "sev2,RARE,LOW", "sev2,LIKELY,HIGH", "sev2,ALMOST_CERTAIN,CRITICAL", "sev3,POSSIBLE,LOW",
            "sev3,ALMOST_CERTAIN,HIGH",
            "sev4,LIKELY,LOW", "sev4,ALMOST_CERTAIN,MEDIUM" })
    void of_severityAndLikelihood_asTheMatrixSays(String severity, Likelihood likelihood, RiskRank rank) {
        assertThat(RiskRank.of(severity, likelihood)).isEqualTo(rank);
    }

    @Test
    void of_eitherUnknown_unknown() {
        assertThat(RiskRank.of(null, Likelihood.RARE)).isEqualTo(RiskRank.UNKNOWN);
        assertThat(RiskRank.of("sev1", null)).isEqualTo(RiskRank.UNKNOWN);
    }

    /** More severe or more likely is never less urgent. */
    @Test
    void of_worse_neverLower() {
        for (Likelihood likelihood : Likelihood.values()) {
            for (int severity = 2; severity <= 4; severity++) {
                assertThat(RiskRank.of("sev" + (severity - 1), likelihood))
                        .isLessThanOrEqualTo(RiskRank.of("sev" + severity, likelihood));
            }
        }
    }
}
