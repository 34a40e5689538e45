package dev.blackstart.exercise.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.blackstart.exercise.page.ExerciseView;

class YearChartTest {

    private static final Instant NOW = Instant.parse("2027-01-15T12:00:00Z");

    private static ProgrammeResource.Line line(int number, int days) {
        Instant start = NOW.plus(days, ChronoUnit.DAYS);
        return new ProgrammeResource.Line(new ExerciseView(UUID.randomUUID(), "Exercise", "", "plan", 1,
                "Exercise number " + number, "drill", "staging", 2, null, "announced", "scheduled", "live", 1, null, start,
                null,
                "UTC", null, null, null, null, null, null), "/", List.of(),
                LocalDate.ofInstant(start.minus(14, ChronoUnit.DAYS),
                        ZoneOffset.UTC));
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 24, 25, 64, 500 })
    void year_howeverMany_allAreDrawn(int count) {
        YearChart year = YearChart.of(IntStream.range(0, count).mapToObj(i -> line(i, i * 320 / count)).toList(), NOW);
        assertThat(year.rows()).hasSize(count);
        assertThat(year.rows()).allSatisfy(row -> assertThat(row.y() + 16).isLessThan(year.height()));
        assertThat(year.rows()).extracting(YearChart.Row::title).doesNotHaveDuplicates();
    }

    @Test
    void year_sixtyFour_shareLinesWithTheirNames() {
        YearChart year = YearChart.of(IntStream.range(0, 64).mapToObj(i -> line(i, i * 5)).toList(), NOW);
        assertThat(year.height()).isLessThan(64 * 26);
        assertThat(year.rows()).allSatisfy(row -> assertThat(row.text()).startsWith("Exercise number"));
        year.rows().stream().map(YearChart.Row::y).distinct().forEach(y -> {
            List<Double> starts = year.rows().stream().filter(row -> row.y() == y).map(row -> percent(row.preparation()))
                    .toList();
            assertThat(starts).isSorted();
        });
    }

    @Test
    void year_tooManyForNames_namesAreInTheListAlone() {
        YearChart year = YearChart.of(IntStream.range(0, 500).mapToObj(i -> line(i, i / 4)).toList(), NOW);
        assertThat(year.rows()).allSatisfy(row -> assertThat(row.text()).isEmpty());
        assertThat(year.rows()).allSatisfy(row -> assertThat(row.title()).startsWith("Exercise number"));
    }

    private static double percent(String text) {
        return Double.parseDouble(text.replace("%", ""));
    }
}
