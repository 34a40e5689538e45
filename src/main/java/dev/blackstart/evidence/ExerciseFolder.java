package dev.blackstart.evidence;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import dev.blackstart.evidence.EvidenceIndex.Listed;
import dev.blackstart.exercise.Exercise;

/** The folder of one exercise in a pack. */
final class ExerciseFolder {

    private static final int ID_DIGITS = 8;

    private final PackWriter pack;
    private final List<Listed> files = new ArrayList<>();
    final String name;

    ExerciseFolder(PackWriter pack, Exercise exercise) {
        this.pack = pack;
        this.name = "%s-%s-%s".formatted(exercise.clock.startedAt.atZone(ZoneOffset.UTC).toLocalDate(), exercise.planKey,
                exercise.id.toString().substring(0, ID_DIGITS));
    }

    void put(EvidenceFile file, String text) throws IOException {
        files.add(Listed.of(file, pack.text(path(file), text)));
    }

    void put(EvidenceFile file, EvidenceTable table) throws IOException {
        put(file, table.csv());
    }

    void put(EvidenceFile file, byte[] bytes) throws IOException {
        files.add(Listed.of(file, pack.bytes(path(file), bytes)));
    }

    void put(EvidenceFile file, PackWriter.Content content) throws IOException {
        files.add(Listed.of(file, pack.stream(path(file), content)));
    }

    private String path(EvidenceFile file) {
        return name + "/" + file.path;
    }

    List<Listed> files() {
        return List.copyOf(files);
    }
}
