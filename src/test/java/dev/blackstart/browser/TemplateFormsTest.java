package dev.blackstart.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The list of forms is complete, and every form belongs to a walk. */
class TemplateFormsTest {

    private static final Path WALKS = Path.of("src/test/java/dev/blackstart/browser");
    private static final Pattern PLACES = Pattern.compile("@FormWalk\\.FormsOf\\(\\{?([^)}]*)}?\\)");
    private static final Pattern PLACE = Pattern.compile("\"([^\"]+)\"");

    @Test
    void act_withContentAndValue_hasBothAsFixedValues() {
        assertThat(
                ids("{#act to=str:concat('/exercises/', board.exercise, '/transitions') verb='Abort…' name='to' value='ended'"
                        + " confirm=str:concat('Reverts ', text:count(2, 'fault'), '.')}<input type=\"hidden\" name=\"outcome\""
                        + " value=\"aborted\">{/act}"))
                .containsExactly("t.html /exercises/*/transitions outcome=aborted to=ended");
    }

    @Test
    void form_withTwoButtons_isTwo() {
        assertThat(ids("<form class=\"x\" method=\"post\" action=\"/calls/{one.id}/results\"><button name=\"result\" "
                + "value=\"busy\">Busy</button><button name=\"result\" value=\"declined\">Declined</button></form>"))
                .containsExactly("t.html /calls/*/results result=busy", "t.html /calls/*/results result=declined");
    }

    @Test
    void form_withDynamicValues_sendsNoFixedOnes() {
        assertThat(ids("<form method=\"post\" action=\"/a\"><input type=\"hidden\" name=\"id\" value=\"{x}\"></form>"))
                .containsExactly("t.html /a");
    }

    @Test
    void form_thatReads_isNotListed() {
        assertThat(ids("<form method=\"get\" action=\"/a\"></form>")).isEmpty();
    }

    @Test
    void forms_alike_areNumbered() {
        assertThat(ids("{#act to='/a' verb='One' /}{#act to='/a' verb='Two' /}")).containsExactly("t.html /a", "t.html /a #2");
    }

    @Test
    void form_ofAnyTemplate_belongsToAWalk() throws IOException {
        Set<String> walked;
        try (Stream<Path> files = Files.list(WALKS)) {
            walked = files.filter(file -> !file.endsWith("TemplateFormsTest.java")).map(TemplateFormsTest::text)
                    .flatMap(text -> PLACES.matcher(text).results()).flatMap(hit -> PLACE.matcher(hit.group(1)).results())
                    .map(place -> place.group(1)).flatMap(place -> TemplateForms.of(place).stream()).map(TemplateForm::id)
                    .collect(Collectors.toSet());
        }
        assertThat(TemplateForms.all()).extracting(TemplateForm::id).isNotEmpty().allMatch(walked::contains);
    }

    private static List<String> ids(String source) {
        return TemplateForms.in("t.html", source).stream().map(TemplateForm::id).toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
