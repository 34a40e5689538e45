package dev.blackstart.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The list of all forms that change something, read from the templates. */
final class TemplateForms {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern COMMENT = Pattern.compile("\\{!.*?!}", Pattern.DOTALL);
    private static final Pattern ACT = Pattern.compile("\\{#act ((?:'[^']*'|[^'}])*?)(?:/}|}(.*?)\\{/act})", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern
            .compile("(\\w+)=('[^']*'|str:concat\\((?:'[^']*'|\\([^()]*\\)|[^()'])*\\)|\\S+)");
    private static final Pattern FORM = Pattern.compile("<form\\b((?:\"[^\"]*\"|[^\">])*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN = Pattern
            .compile("<input type=\"hidden\" name=\"([^\"{]+)\" value=\"([^\"{]*)\"");
    private static final Pattern BUTTON = Pattern.compile("<button\\b((?:\"[^\"]*\"|[^\">])*)>");

    private TemplateForms() {
    }

    /** Those of a template folder ({@code conduct}) or of one template ({@code layout.html}). */
    static List<TemplateForm> of(String place) {
        Path path = TEMPLATES.resolve(place);
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(file -> file.toString().endsWith(".html") && !file.endsWith("tags/act.html")).sorted()
                    .flatMap(file -> in(TEMPLATES.relativize(file).toString(), text(file)).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<TemplateForm> all() {
        return of("");
    }

    static List<TemplateForm> in(String template, String source) {
        String text = COMMENT.matcher(source).replaceAll("");
        List<TemplateForm> found = new ArrayList<>();
        ACT.matcher(text).results().forEach(act -> found.add(act(template, act)));
        FORM.matcher(text).results().filter(form -> form.group(1).contains("method=\"post\""))
                .forEach(form -> found.addAll(form(template, form)));
        return numbered(found);
    }

    private static List<TemplateForm> numbered(List<TemplateForm> forms) {
        List<TemplateForm> numbered = new ArrayList<>();
        forms.forEach(form -> numbered
                .add(form.numbered(1 + (int) numbered.stream().filter(each -> each.numbered(1).equals(form)).count())));
        return numbered;
    }

    private static TemplateForm act(String template, MatchResult act) {
        SortedMap<String, String> given = new TreeMap<>();
        PARAMETER.matcher(act.group(1)).results().forEach(each -> given.put(each.group(1), each.group(2)));
        SortedMap<String, String> fixed = hidden(act.group(2) == null ? "" : act.group(2));
        if (literal(given.get("name")) && literal(given.get("value"))) {
            fixed.put(unquoted(given.get("name")), unquoted(given.get("value")));
        }
        return new TemplateForm(template, address(given.get("to")), fixed);
    }

    /** A form has as many entries here as it has buttons that send a value of their own. */
    private static List<TemplateForm> form(String template, MatchResult form) {
        Matcher action = Pattern.compile("action=\"([^\"]*)\"").matcher(form.group(1));
        String address = action.find() ? action.group(1).replaceAll("\\{[^}]*}", "*") : "*";
        SortedMap<String, String> fixed = hidden(form.group(2));
        List<TemplateForm> buttons = new ArrayList<>();
        BUTTON.matcher(form.group(2)).results().forEach(button -> {
            String name = attribute(button.group(1), "name");
            String value = attribute(button.group(1), "value");
            if (name != null && value != null && !value.contains("{")) {
                SortedMap<String, String> sent = new TreeMap<>(fixed);
                sent.put(name, value);
                buttons.add(new TemplateForm(template, address, sent));
            }
        });
        return buttons.isEmpty() ? List.of(new TemplateForm(template, address, fixed)) : buttons;
    }

    private static SortedMap<String, String> hidden(String content) {
        SortedMap<String, String> fixed = new TreeMap<>();
        HIDDEN.matcher(content).results().forEach(field -> fixed.put(field.group(1), field.group(2)));
        return fixed;
    }

    private static String attribute(String attributes, String name) {
        Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(attributes);
        return found.find() ? found.group(1) : null;
    }

    /** {@code str:concat('/plans/', plan.key)} and {@code '/plans'} as addresses. */
    private static String address(String expression) {
        if (!expression.startsWith("str:concat(")) {
            return literal(expression) ? unquoted(expression) : "*";
        }
        StringBuilder address = new StringBuilder();
        Pattern.compile("'([^']*)'|[^',()]+").matcher(expression.substring("str:concat(".length(), expression.length() - 1))
                .results().filter(piece -> !piece.group().isBlank())
                .forEach(piece -> address.append(piece.group(1) == null ? "*" : piece.group(1)));
        return address.toString();
    }

    private static boolean literal(String expression) {
        return expression != null && expression.startsWith("'");
    }

    private static String unquoted(String literal) {
        return literal.substring(1, literal.length() - 1);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
