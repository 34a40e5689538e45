package dev.blackstart.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListPageTest {

    private static final List<Integer> MANY = IntStream.rangeClosed(1, 120).boxed().toList();

    @ParameterizedTest
    @CsvSource({ "0, 1, 50", "1, 1, 50", "2, 51, 100", "3, 101, 120", "99, 101, 120", "-3, 1, 50" })
    void of_manyPages_theOneThatIsWanted(int wanted, int first, int last) {
        ListPage<Integer> page = ListPage.of("findings", MANY, wanted);
        assertThat(page.items()).startsWith(first).endsWith(last);
        assertThat(page.first() + 1).isEqualTo(first);
        assertThat(page.last()).isEqualTo(last);
        assertThat(page.isPart()).isTrue();
    }

    @Test
    void addresses_betweenFirstAndLast_bothWays() {
        assertThat(ListPage.of("findings", MANY, 2)).extracting("previous", "next").containsExactly("?findings=1#findings",
                "?findings=3#findings");
        assertThat(ListPage.of("findings", MANY, 1).previous()).isNull();
        assertThat(ListPage.of("findings", MANY, 3).next()).isNull();
    }

    @Test
    void of_nothingOrLittle_onePage() {
        assertThat(ListPage.of("findings", List.of(), 1).isPart()).isFalse();
        assertThat(ListPage.of("findings", List.of(1, 2), 1).items()).containsExactly(1, 2);
    }
}
