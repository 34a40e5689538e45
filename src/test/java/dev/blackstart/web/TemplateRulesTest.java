package dev.blackstart.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What the Content-Security-Policy would break in the browser is found here first, in every template. */
class TemplateRulesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    /** Handlers, styles and scripts written into the page; eval by htmx; text that is not escaped. */
    private static final Pattern FORBIDDEN = Pattern.compile(
            "\\s(style|on[a-z]+|hx-on[a-z:-]*|hx-vals=[\"']js:)\\s*=|<style|<script(?![^>]*\\ssrc=)|javascript:|\\.(raw|safe)\\b");
    /** Qute gives a tag its content only where {@code {nested-content}} stands alone: with an operator it is silently empty. */
    private static final Pattern CONTENT = Pattern.compile("\\{nested-content[^}]+}");
    private static final Pattern ICON = Pattern.compile("\\{#icon '([a-z-]+)'|\\sicon='([a-z-]+)'");
    private static final Pattern SYMBOL = Pattern.compile("<symbol id=\"i-([a-z-]+)\"");

    @Test
    void template_any_holdsNothingThePolicyForbids() {
        List<String> found = new ArrayList<>();
        templates().forEach(template -> FORBIDDEN.matcher(text(template)).results()
                .forEach(hit -> found.add(template + ": " + hit.group())));
        assertThat(found).isEmpty();
        assertThat(FORBIDDEN.matcher("<p style=\"x\">").find()).isTrue();
    }

    @Test
    void tag_withContent_takesItAsQuteGivesIt() {
        List<String> found = new ArrayList<>();
        templates().forEach(template -> CONTENT.matcher(text(template)).results()
                .forEach(hit -> found.add(template + ": " + hit.group())));
        assertThat(found).isEmpty();
        assertThat(CONTENT.matcher("{nested-content ?: ''}").find()).isTrue();
    }

    @Test
    void icon_named_isInTheSprite() {
        var drawn = new TreeSet<String>();
        SYMBOL.matcher(text(TEMPLATES.resolve("tags/icons.html"))).results().forEach(hit -> drawn.add(hit.group(1)));
        var used = new TreeSet<String>();
        templates().forEach(template -> ICON.matcher(text(template)).results()
                .forEach(hit -> used.add(hit.group(1) == null ? hit.group(2) : hit.group(1))));
        assertThat(used).isNotEmpty();
        assertThat(drawn).containsAll(used);
    }

    private static List<Path> templates() {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
