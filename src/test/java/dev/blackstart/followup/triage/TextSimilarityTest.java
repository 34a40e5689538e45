package dev.blackstart.followup.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.blackstart.followup.triage.TextSimilarity.Alike;

/** Which earlier defect a new one looks like. */
class TextSimilarityTest {

    @Test
    void to_sameWords_one() {
        assertThat(alike("Standby lags forty seconds", "The standby was lagging, forty seconds!")).isGreaterThan(0.9);
    }

    @Test
    void to_nothingShared_zeroEvenOnTheSameSystem() {
        assertThat(new TextSimilarity("Pager silent", List.of("db")).to("Standby lags", List.of("db"))).isZero();
        assertThat(alike("", "Standby lags")).isZero();
        assertThat(alike("the of and", "the of and")).isZero();
    }

    @Test
    void to_sameSystem_countsMore() {
        TextSimilarity lag = new TextSimilarity("Standby lags behind primary", List.of("orders-db"));
        double without = lag.to("Primary and standby disagree", List.of("web"));
        assertThat(lag.to("Primary and standby disagree", List.of("orders-db"))).isGreaterThan(without);
        assertThat(lag.to("Standby lags behind primary", List.of("orders-db"))).isEqualTo(1);
    }

    @Test
    void rank_many_mostAlikeFirstAndChanceLeftOut() {
        List<String> earlier = List.of("Pager went down with the network", "Standby lags when the network is cut",
                "Standby lags");
        assertThat(new TextSimilarity("The standby lags 40 s", List.of()).rank(earlier, text -> text, text -> List.of(), 5))
                .extracting(Alike::one).containsExactly("Standby lags", "Standby lags when the network is cut");
        assertThat(new TextSimilarity("The standby lags 40 s", List.of()).rank(earlier, text -> text, text -> List.of(), 1))
                .hasSize(1);
    }

    private static double alike(String one, String other) {
        return new TextSimilarity(one, List.of()).to(other, List.of());
    }
}
