package dev.blackstart.imports;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;

import dev.blackstart.catalogue.source.SourceTree;
import dev.blackstart.people.Team;
import dev.blackstart.problem.Problem;

/** All formats that can be read here. */
@ApplicationScoped
public class ImportFormats {

    static final int MOST_BYTES = 20 * 1024 * 1024;
    private static final int TOO_LARGE = 413;

    private final List<ImportFormat> formats;

    ImportFormats(Instance<ImportFormat> found) {
        formats = found.stream().sorted(Comparator.comparing(ImportFormat::name)).toList();
    }

    public List<ImportFormat> all() {
        return formats;
    }

    /**
     * @param format key of a format; null to recognise it
     * @param person who imports
     * @throws Problem 413 for a file that is too large, 422 for an unknown format, an empty file, or one that is not recognised
     */
    @Transactional
    public Conversion convert(ImportedFile file, String format, String person) {
        if (file.size() == 0) {
            throw Problem.invalid("file", "The file is empty.");
        }
        if (file.size() > MOST_BYTES) {
            throw new Problem(TOO_LARGE, "Too large", "The file is larger than 20 MB; split it.");
        }
        ImportFormat chosen = format == null || format.isBlank() ? recognised(file) : named(format.strip());
        return chosen.convert(file, author(person));
    }

    private ImportFormat named(String key) {
        return formats.stream().filter(one -> one.key().equals(key)).findFirst()
                .orElseThrow(() -> Problem.invalid("format", "There is no format '%s'. Possible: %s.".formatted(key,
                        formats.stream().map(ImportFormat::key).collect(Collectors.joining(", ")))));
    }

    private ImportFormat recognised(ImportedFile file) {
        return formats.stream().filter(one -> one.recognises(file)).findFirst()
                .orElseThrow(() -> Problem.invalid("file", "The format of this file is not recognised. Readable: %s. "
                        .formatted(formats.stream().map(ImportFormat::name).collect(Collectors.joining(", ")))
                        + (file.size() > SourceTree.MOST_BYTES ? "One that is YAML or JSON has at most %,d bytes. "
                                .formatted(SourceTree.MOST_BYTES) : "")
                        + "Choose one to see what is missing. A plan of Blackstart itself is imported under Plans."));
    }

    /** The first team that somebody belongs to, else the first there is. */
    private static PlanAuthor author(String person) {
        List<Team> teams = Team.allByKey();
        return new PlanAuthor(person, teams.stream().filter(team -> team.members.contains(person)).findFirst()
                .or(() -> teams.stream().findFirst()).map(team -> team.key).orElse(null));
    }
}
