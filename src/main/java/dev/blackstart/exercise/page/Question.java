package dev.blackstart.exercise.page;

import java.util.ArrayList;
import java.util.List;

/**
 * What a person is asked before something dangerous is done: what it does, on which targets, for how long, who reverts, in
 * numbers.
 *
 * @param title the question itself
 * @param verb the words of the button that does it; null where something else has to be done first
 * @param back address of the page to go back to
 * @param says what happens, a sentence each
 * @param sections facts and lists below it
 * @param inputs fields to fill in before it is done
 * @param choice something more that has to be agreed to; or null
 */
public record Question(String title, String verb, String back, List<String> says, List<Section> sections,
        List<Input> inputs, Choice choice) {

    /** Named values and lines under a heading. @param heading null for none */
    public record Section(String heading, List<Fact> facts, List<Line> lines) {
    }

    public record Fact(String name, String value) {
    }

    /** @param href null where it leads nowhere */
    public record Line(String text, String href) {
    }

    /** A text to fill in. @param value what was typed before, or null */
    public record Input(String name, String label, String help, boolean required, String value) {
    }

    /** A box that must be ticked. */
    public record Choice(String name, String value, String label, String help) {
    }

    public static Question of(String title, String verb, String back) {
        return new Question(title, verb, back, List.of(), List.of(), List.of(), null);
    }

    /** Empty sentences are left out. */
    public Question says(String... sentences) {
        List<String> all = new ArrayList<>(says);
        for (String sentence : sentences) {
            if (sentence != null && !sentence.isBlank()) {
                all.add(sentence);
            }
        }
        return new Question(title, verb, back, all, sections, inputs, choice);
    }

    public Question facts(String heading, List<Fact> facts) {
        return with(new Section(heading, facts, List.of()));
    }

    public Question lines(String heading, List<Line> lines) {
        return lines.isEmpty() ? this : with(new Section(heading, List.of(), lines));
    }

    private Question with(Section section) {
        List<Section> all = new ArrayList<>(sections);
        all.add(section);
        return new Question(title, verb, back, says, all, inputs, choice);
    }

    public Question asks(Input input) {
        List<Input> all = new ArrayList<>(inputs);
        all.add(input);
        return new Question(title, verb, back, says, sections, all, choice);
    }

    /** Needs this as well. */
    public Question chooses(Choice more) {
        return new Question(title, verb, back, says, sections, inputs, more);
    }

    /** {@code 1 fault}, {@code 2 faults}. */
    public static String count(long number, String one) {
        return count(number, one, one + "s");
    }

    public static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
