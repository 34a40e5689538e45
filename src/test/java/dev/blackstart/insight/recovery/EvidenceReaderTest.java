package dev.blackstart.insight.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.blackstart.drills.DrillResult;
import dev.blackstart.insight.recovery.Evidence.Verdict;

class EvidenceReaderTest {

    private static final Duration RTO = Duration.ofMinutes(15);
    private static final Duration RPO = Duration.ofMinutes(1);

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "PASSED, PT5M, PROVED, inside 15 m",
            "-, PT5M, PROVED, inside 15 m",
            "PASSED, PT20M, REFUTED, 20 m instead of 15 m",
            "PASSED, -, REFUTED, not recovered by ENDEX",
            "FAILED, PT5M, REFUTED, hypothesis refuted",
            "INCONCLUSIVE, PT5M, NEITHER, inconclusive" })
    void judge_resultAndRecoveryTime(DrillResult result, Duration length, Verdict verdict, String why) {
        assertThat(EvidenceReader.judge(result, length, RTO, List.of(), null))
                .isEqualTo(new EvidenceReader.Judged(verdict, why));
    }

    @Test
    void judge_withoutTarget_byResultAlone() {
        assertThat(EvidenceReader.judge(DrillResult.PASSED, RTO, null, List.of(), null).verdict()).isEqualTo(Verdict.PROVED);
        assertThat(EvidenceReader.judge(null, RTO, null, List.of(), null).verdict()).isEqualTo(Verdict.NEITHER);
        assertThat(EvidenceReader.judge(null, null, null, List.of(), null).verdict()).isEqualTo(Verdict.NEITHER);
    }

    @ParameterizedTest
    @CsvSource({ "none, PROVED", "0 orders, PROVED", "Nothing we know of, PROVED", "PT30S, PROVED", "pt2m, REFUTED",
            "3 orders, NEITHER", "'', NEITHER" })
    void judge_dataLost_againstTheObjective(String lost, Verdict verdict) {
        List<String> stated = lost.isEmpty() ? List.of() : List.of(lost);
        assertThat(EvidenceReader.judge(DrillResult.PASSED, RTO, RTO, stated, RPO).verdict()).isEqualTo(verdict);
    }

    @Test
    void judge_anyLossWhereNoneIsAllowed_refuted() {
        assertThat(EvidenceReader.judge(DrillResult.PASSED, RTO, RTO, List.of("none", "3 orders"), Duration.ZERO))
                .isEqualTo(new EvidenceReader.Judged(Verdict.REFUTED, "lost data: none; 3 orders"));
    }
}
