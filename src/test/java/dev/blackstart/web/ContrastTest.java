package dev.blackstart.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everybody can read every text in every theme: WCAG 2.2, contrast of at least 4.5:1, of edges 3:1. */
class ContrastTest {

    private static final String TOKENS = tokens();

    /** {@code --ink: light-dark(#1a2130, #e7eaf0);}, or one colour where both are the same. */
    private static final Pattern COLOUR = Pattern
            .compile("--([a-z0-9-]+): (?:light-dark\\(#([0-9a-f]{6}), #([0-9a-f]{6})\\)|#([0-9a-f]{6}));");

    /** Light and dark. */
    private static final List<Map<String, Integer>> THEMES = List.of(theme(2), theme(3));

    @ParameterizedTest
    @CsvSource({
            "ink, ground", "ink, paper", "ink, sunken", "quiet, ground", "quiet, paper", "quiet, sunken",
            "accent, ground", "accent, paper", "accent, sunken", "accent-strong, sunken", "accent-on, accent",
            "accent-on, accent-strong", "ink, accent-soft", "quiet, accent-soft", "series-1, paper", "series-2, ground",
            "ink, blue-hatch", "quiet, blue-hatch" })
    void pair_everyTheme_isReadable(String text, String behind) {
        assertThat(THEMES).allSatisfy(
                theme -> assertThat(contrast(theme, text, behind)).isGreaterThanOrEqualTo(4.5));
    }

    @ParameterizedTest
    @CsvSource({ "grey", "blue", "amber", "red", "green" })
    void tone_everyTheme_isReadable(String tone) {
        assertThat(THEMES).allSatisfy(theme -> {
            assertThat(contrast(theme, tone + "-ink", tone + "-soft")).isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(theme, tone + "-ink", "paper")).isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(theme, tone + "-ink", "ground")).isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(theme, tone + "-on", tone + "-solid")).isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(theme, "ink", tone + "-soft")).isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(theme, "quiet", tone + "-soft")).isGreaterThanOrEqualTo(4.5);
        });
    }

    @ParameterizedTest
    @CsvSource({ "edge, paper", "edge, ground", "focus, paper", "focus, ground", "amber-ink, paper" })
    void edge_everyTheme_isSeen(String edge, String behind) {
        assertThat(THEMES).allSatisfy(
                theme -> assertThat(contrast(theme, edge, behind)).isGreaterThanOrEqualTo(3));
    }

    @Test
    void theme_each_ownColoursAndNoneSaidElsewhere() {
        assertThat(THEMES.get(0)).isNotEqualTo(THEMES.get(1)).hasSizeGreaterThan(30);
        assertThat(TOKENS.replaceAll(COLOUR.pattern(), "")).doesNotContain("#", "light-dark(");
    }

    private static String tokens() {
        try {
            return Files.readString(Path.of("src/main/resources/web/app/tokens.css"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Integer> theme(int colour) {
        return COLOUR.matcher(TOKENS).results().collect(Collectors.toMap(found -> found.group(1),
                found -> Integer.parseInt(found.group(4) == null ? found.group(colour) : found.group(4), 16)));
    }

    /** WCAG 2.2, "contrast ratio". */
    private static double contrast(Map<String, Integer> theme, String one, String other) {
        double a = luminance(theme.get(one));
        double b = luminance(theme.get(other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** WCAG 2.2, "relative luminance". */
    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double share = (channel & 0xff) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
