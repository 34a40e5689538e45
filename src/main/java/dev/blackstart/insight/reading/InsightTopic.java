package dev.blackstart.insight.reading;

import java.util.List;

import dev.blackstart.insight.figure.Figure;

/** One part of insight: a page, and a route of the API. */
public interface InsightTopic {

    /** Its name in addresses. */
    String key();

    /** Its place among the others. */
    int position();

    String title();

    /** The question it answers, in one sentence. */
    String question();

    /** Whether it exists for this reader. */
    default boolean isFor(InsightReader reader) {
        return true;
    }

    /** In a transaction. */
    List<Figure> figures(InsightReader reader, InsightFilter filter);
}
