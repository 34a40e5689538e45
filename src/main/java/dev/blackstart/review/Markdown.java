package dev.blackstart.review;

import java.util.regex.Pattern;

import jakarta.enterprise.event.Observes;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.Expression;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.TemplateNode.Origin;

/**
 * Makes plain text of every value that a Markdown template writes, so that what people wrote stays what they wrote: no heading,
 * no table cell, no link, no HTML.
 */
public class Markdown implements ResultMapper {

    private static final Pattern SPACE = Pattern.compile("[\\s\\u0085\\u2028\\u2029]+");

    /** What CommonMark, its tables, mathematics and strike-through give a meaning wherever it stands. */
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]<>|~&#$^]");

    /** What has a meaning only where a line begins: bullets, rules, numbered lists. */
    private static final Pattern LEADING = Pattern.compile("^(\\d*)([-+=.)])");

    void configure(@Observes EngineBuilder engine) {
        engine.addResultMapper(this);
    }

    @Override
    public boolean appliesTo(Origin origin, Object result) {
        return result instanceof CharSequence && origin.getTemplateId().endsWith(".md");
    }

    @Override
    public String map(Object result, Expression expression) {
        return escape(result.toString());
    }

    /** One line of plain text. */
    static String escape(String text) {
        String line = SPACE.matcher(text).replaceAll(" ").strip();
        return LEADING.matcher(SPECIAL.matcher(line).replaceAll("\\\\$0")).replaceFirst("$1\\\\$2");
    }
}
