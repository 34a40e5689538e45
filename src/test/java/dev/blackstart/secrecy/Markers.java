package dev.blackstart.secrecy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that occur nowhere else, each standing for one hidden text, with those who may have learned it by now. */
final class Markers {

    private static final Pattern PLACE = Pattern.compile("<([a-z0-9-]+)>");

    private final String run = UUID.randomUUID().toString().substring(0, 6);
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final Map<String, Set<String>> readers = new LinkedHashMap<>();

    /** The marker of something; made when it is first asked for. Fits a key as well as a sentence. */
    String of(String what) {
        return tokens.computeIfAbsent(what, name -> "zq%s%03dv".formatted(run, tokens.size()));
    }

    /** Something that cannot be chosen freely, such as a date. */
    void take(String what, String token) {
        tokens.put(what, token);
    }

    /** Replaces each {@code <what>} by its marker. */
    String fill(String text) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(of(place.group(1))));
    }

    /** From now on these people may know it. */
    void tell(List<String> people, String... what) {
        Arrays.stream(what).forEach(name -> readers.computeIfAbsent(name, none -> new LinkedHashSet<>()).addAll(people));
    }

    boolean mayKnow(String person, String what) {
        return readers.getOrDefault(what, Set.of()).contains(person);
    }

    Set<String> all() {
        return tokens.keySet();
    }

    /** What a text gives away. */
    List<String> in(String text) {
        return tokens.entrySet().stream().filter(entry -> text.contains(entry.getValue())).map(Map.Entry::getKey).toList();
    }
}
