package dev.blackstart.review.publication;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Replaces names by other words, whatever their capitals: whole words, the longest first. */
final class NameReplacement {

    private final Map<String, String> words = new LinkedHashMap<>();
    private final Pattern names;

    /** @param replacements by name; blank names are passed over */
    NameReplacement(Map<String, String> replacements) {
        List<String> longestFirst = replacements.keySet().stream().filter(name -> !name.isBlank())
                .sorted(Comparator.comparingInt(String::length).reversed()).toList();
        longestFirst.forEach(name -> words.put(name.toLowerCase(), replacements.get(name)));
        names = longestFirst.isEmpty() ? null
                : Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + longestFirst.stream().map(Pattern::quote)
                        .collect(Collectors.joining("|")) + ")(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    String in(String text) {
        return names == null ? text
                : names.matcher(text).replaceAll(
                        found -> Matcher.quoteReplacement(words.getOrDefault(found.group().toLowerCase(), "somebody")));
    }
}
