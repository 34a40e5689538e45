package dev.blackstart.hotwash;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.hotwash.Culture.Statement;

/**
 * What may be read of a hot wash.
 *
 * @param open whether it takes answers
 * @param answers those with a name, in the order in which they came
 * @param anonymous by {@link HotWashQuestion#key()}: texts without a name, each question shuffled by itself, so that one
 *        person's
 *        texts do not stand together; empty while there are fewer than five
 * @param culture empty while fewer than five answered
 */
public record HotWashView(boolean open, List<Named> answers, Map<String, List<String>> anonymous, List<Statement> culture) {

    public static final HotWashView NOTHING = new HotWashView(false, List.of(), Map.of(), List.of());

    /** @param by person key */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Named(UUID id, String by, Instant at, String wentWell, String wentBadly, String lucky, String confusing,
            String logistics) {

        static Named of(HotWashAnswer answer) {
            return new Named(answer.id, answer.author, answer.createdAt, answer.wentWell, answer.wentBadly, answer.lucky,
                    answer.confusing, answer.logistics);
        }

        /** What they said to a question; null where nothing. */
        public String text(HotWashQuestion question) {
            return switch (question) {
                case WENT_WELL -> wentWell;
                case WENT_BADLY -> wentBadly;
                case LUCKY -> lucky;
                case CONFUSING -> confusing;
                case LOGISTICS -> logistics;
            };
        }
    }

    public static HotWashView of(Exercise exercise) {
        List<HotWashAnswer> shown = HotWashAnswer.of(exercise.id).stream().filter(one -> one.shown).toList();
        List<String> culture = shown.stream().map(one -> one.culture).filter(Objects::nonNull).toList();
        return new HotWashView(HotWash.isOpen(exercise),
                shown.stream().filter(one -> one.author != null).map(Named::of).toList(),
                anonymous(exercise, shown), culture.size() < HotWash.GROUP ? List.of() : Culture.summed(culture));
    }

    private static Map<String, List<String>> anonymous(Exercise exercise, List<HotWashAnswer> shown) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (HotWashQuestion question : HotWashQuestion.values()) {
            List<String> said = new ArrayList<>(shown.stream().filter(one -> one.author == null)
                    .map(one -> Named.of(one).text(question)).filter(Objects::nonNull).sorted().toList());
            Collections.shuffle(said, new Random(exercise.id.hashCode() + question.ordinal()));
            if (!said.isEmpty()) {
                texts.put(question.key(), said);
            }
        }
        return texts;
    }

    /** In the order in which they are asked. */
    public List<HotWashQuestion> questions() {
        return Arrays.stream(HotWashQuestion.values()).filter(this::hasSaid).toList();
    }

    /** Whether there is something to read about it. */
    public boolean hasSaid(HotWashQuestion question) {
        return !unnamed(question).isEmpty() || answers.stream().anyMatch(one -> one.text(question) != null);
    }

    /** Texts without a name; empty for none. */
    public List<String> unnamed(HotWashQuestion question) {
        return anonymous.getOrDefault(question.key(), List.of());
    }
}
