package dev.blackstart.directory.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.directory.files.CsvFile;
import dev.blackstart.directory.files.YamlFile;
import dev.blackstart.problem.Problem;

/** The kinds of entries that files hold. */
@ApplicationScoped
public class EntryTypes {

    private final Map<String, EntryType<?>> byName = new LinkedHashMap<>();

    EntryTypes(PeopleKind people, TeamsKind teams, SystemsKind systems) {
        List.of(people, teams, systems).forEach(kind -> byName.put(kind.name(), kind));
    }

    public EntryType<?> of(String name) {
        EntryType<?> kind = name == null ? null : byName.get(name);
        if (kind == null) {
            throw Problem.invalid("kind", "There are people, teams and systems.");
        }
        return kind;
    }

    /** Everything there is as a file. */
    public <F extends EntryFacts> String csv(EntryType<F> kind, boolean secrets) {
        return CsvFile.write(columns(kind, secrets),
                kind.all().values().stream().map(facts -> flat(kind.cells(facts, secrets))).toList());
    }

    public <F extends EntryFacts> String yaml(EntryType<F> kind, boolean secrets) {
        return YamlFile.write(kind.name(), kind.all().values().stream().map(facts -> kind.cells(facts, secrets)).toList());
    }

    private static List<String> columns(EntryType<?> kind, boolean secrets) {
        return kind.columns().stream().filter(column -> secrets || !column.equals("chat")).toList();
    }

    private static Map<String, String> flat(Map<String, Object> cells) {
        Map<String, String> flat = new LinkedHashMap<>();
        cells.forEach((name, value) -> flat.put(name, value instanceof List<?> many
                ? String.join("; ", many.stream().map(String::valueOf).toList())
                : value == null ? null : value.toString()));
        return flat;
    }
}
