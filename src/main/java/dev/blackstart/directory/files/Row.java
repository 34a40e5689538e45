package dev.blackstart.directory.files;

import java.util.Map;

/**
 * An entry as a file has it.
 *
 * @param line on which it begins, from 1
 * @param pointer JSON pointer in YAML; null in CSV
 * @param cells by column; what is not there is not said
 */
public record Row(int line, String pointer, Map<String, String> cells) {

    public FileViolation flaw(String column, String message) {
        return new FileViolation(line, pointer == null ? null : column == null ? pointer : pointer + "/" + column, column,
                message);
    }
}
