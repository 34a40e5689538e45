package dev.blackstart.insight;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;

import dev.blackstart.insight.figure.Figure;
import dev.blackstart.insight.reading.InsightFilter;
import dev.blackstart.insight.reading.InsightReader;
import dev.blackstart.insight.reading.InsightTopic;
import dev.blackstart.problem.Problem;

/** Every topic, in the order in which pages show them. */
@ApplicationScoped
class InsightTopics {

    private final List<InsightTopic> topics;
    private final Clock clock;

    InsightTopics(@Any Instance<InsightTopic> topics, Clock clock) {
        this.topics = topics.stream().sorted(Comparator.comparingInt(InsightTopic::position)).toList();
        this.clock = clock;
    }

    List<InsightTopic> all(InsightReader reader) {
        return topics.stream().filter(topic -> topic.isFor(reader)).toList();
    }

    /** @throws Problem 404 where there is none of this name for this reader */
    InsightTopic named(String key, InsightReader reader) {
        return all(reader).stream().filter(topic -> topic.key().equals(key)).findFirst().orElseThrow(Problem::notFound);
    }

    InsightFilter filter(String from, String to, String team) {
        return InsightFilter.of(from, to, team, clock.instant());
    }

    @Transactional
    List<Figure> figures(InsightTopic topic, InsightReader reader, InsightFilter filter) {
        return topic.figures(reader, filter);
    }

    /** @param key null for the first @throws Problem 404 where there is none of this name for this reader */
    static Figure figure(List<Figure> figures, String key) {
        return figures.stream().filter(figure -> key == null || figure.key().equals(key)).findFirst()
                .orElseThrow(Problem::notFound);
    }
}
