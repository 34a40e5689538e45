package dev.blackstart.imports.chaostoolkit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.source.SourceTree;
import dev.blackstart.imports.ConversionWarning;
import dev.blackstart.web.Texts;

/** What is said of a conversion while it is made. */
final class ConversionNotes {

    private static final int LONGEST_VALUE = 120;

    private final SourceTree source;
    private final Map<String, String> mapping = new LinkedHashMap<>();
    private final List<ConversionWarning> warnings = new ArrayList<>();
    private final Set<String> unmapped = new TreeSet<>();

    ConversionNotes(SourceTree source) {
        this.source = source;
    }

    void mapped(String from, String to) {
        mapping.put(from, to);
    }

    void warn(String pointer, String message) {
        JsonNode value = source.root().at(pointer);
        warnings.add(new ConversionWarning(source.line(pointer), pointer,
                value.isValueNode() ? Texts.cut(value.asText(), LONGEST_VALUE) : null, message));
    }

    /** Warns without showing what is there. */
    void warnOfSecret(String pointer, String message) {
        warnings.add(new ConversionWarning(source.line(pointer), pointer, null, message));
    }

    /** Left out of the plan. */
    void dropped(String pointer, String message) {
        unmapped.add(pointer);
        warn(pointer, message);
    }

    Map<String, String> mapping() {
        return mapping;
    }

    List<ConversionWarning> warnings() {
        return warnings.stream().sorted(Comparator.comparingInt(ConversionWarning::row)).toList();
    }

    List<String> unmapped() {
        return List.copyOf(unmapped);
    }
}
