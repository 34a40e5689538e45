package dev.blackstart.web;

import static dev.blackstart.testsupport.GameDay.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.PageClient;
import dev.blackstart.testsupport.ResourceMethod;
import io.quarkus.test.junit.QuarkusTest;

/** Where docs/requirements.md says that something is seen, it is. */
@QuarkusTest
class RequirementsTest {

    private static final Path DOCS = Path.of("docs");
    private static final Pattern ROW = Pattern.compile("\\| R(\\d+) \\| ([^|]+) \\| ([^|]+) \\|");
    private static final Pattern ROUTE = Pattern.compile("`(/[^`]*)`");
    private static final Pattern FIGURE = Pattern.compile("`insight: ([a-z]+)/([a-z-]+)`");
    private static final Pattern LINK = Pattern.compile("\\[[^]]+]\\(([^)#]+)(?:#([^)]+))?\\)");
    private static final int LAST = 109;

    private static Map<Integer, String> rows() throws IOException {
        return Files.readAllLines(DOCS.resolve("requirements.md")).stream().map(ROW::matcher).filter(row -> row.matches())
                .collect(Collectors.toMap(row -> Integer.valueOf(row.group(1)), row -> row.group(3), (one, twice) -> {
                    throw new IllegalStateException("twice: " + twice);
                }, TreeMap::new));
    }

    private static List<MatchResult> in(String text, Pattern pattern) {
        return pattern.matcher(text).results().toList();
    }

    @Test
    void rows_eachRequirementOnce_saysWhereItIsSeen() throws IOException {
        Map<Integer, String> rows = rows();
        assertThat(rows.keySet()).containsExactlyElementsOf(IntStream.rangeClosed(1, LAST).boxed().toList());
        assertThat(rows.values()).allMatch(where -> Stream.of(ROUTE, FIGURE, LINK).anyMatch(kind -> kind.matcher(where).find())
                || where.contains("*Not yet*"));
    }

    @Test
    void routes_areOfTheProduct() throws IOException {
        List<String> known = ResourceMethod.all().stream().map(ResourceMethod::path).toList();
        List<String> named = rows().values().stream().flatMap(where -> in(where, ROUTE).stream()).map(route -> route.group(1))
                .distinct().toList();
        assertThat(named).hasSizeGreaterThan(50).isSubsetOf(known);
        named.stream().filter(route -> !route.contains("{") && !route.startsWith("/api")).filter(RequirementsTest::isPage)
                .forEach(page -> PageClient.as("dana").get(page).statusCode(200));
    }

    private static boolean isPage(String path) {
        return ResourceMethod.all().stream().anyMatch(one -> one.path().equals(path) && one.verb().equals("GET"))
                && !path.endsWith(".atom");
    }

    @Test
    void figures_areOfInsight() throws IOException {
        List<String> missing = new ArrayList<>();
        for (String where : rows().values()) {
            for (MatchResult figure : in(where, FIGURE)) {
                List<String> shown = GameDay.json(as("dana").get("/api/insight/" + figure.group(1)).then().statusCode(200))
                        .path("figures").findValuesAsText("key");
                if (!shown.contains(figure.group(2))) {
                    missing.add(figure.group() + " is none of " + shown);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void links_leadToAPageAndItsHeading() throws IOException {
        List<String> broken = new ArrayList<>();
        for (String where : rows().values()) {
            for (MatchResult link : in(where, LINK)) {
                Path page = DOCS.resolve(link.group(1));
                if (!Files.exists(page) || link.group(2) != null && !headings(page).contains(link.group(2))) {
                    broken.add(link.group());
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private static List<String> headings(Path page) throws IOException {
        return Files.readAllLines(page).stream().filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase().replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
                .toList();
    }
}
