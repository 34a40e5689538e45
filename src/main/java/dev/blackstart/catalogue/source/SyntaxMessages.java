package dev.blackstart.catalogue.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** What the parser says, in words for somebody who writes plans and not parsers. */
final class SyntaxMessages {

    private static final Pattern CANNOT_START = Pattern.compile("found character '(.)' that cannot start any token.*");

    private SyntaxMessages() {
    }

    static String of(MarkedYamlEngineException broken) {
        String problem = String.valueOf(broken.getProblem());
        Matcher start = CANNOT_START.matcher(problem);
        if (problem.contains("(TAB)")) {
            return "A tab stands here; YAML is indented with spaces.";
        }
        if (start.matches()) {
            return "A text cannot begin with '" + start.group(1) + "'; put it in quotes.";
        }
        if (problem.contains("mapping values are not allowed here")) {
            return "A ': ' stands where none can be; put the text in quotes, or look at the indentation.";
        }
        if (problem.contains("could not find expected ':'")) {
            return "The ':' after a key is missing near here.";
        }
        if (problem.contains("expected ',' or '")) {
            return "A list or object in brackets is not closed, or a comma is missing.";
        }
        if (problem.contains("expected <block end>")) {
            return "The indentation does not fit the lines above.";
        }
        if (problem.contains("found unexpected end of stream")) {
            return "The file ends in the middle of a text; a quote is not closed.";
        }
        String context = broken.getContext() == null ? "" : broken.getContext() + ", ";
        return "This is not YAML: " + context + problem + ".";
    }
}
