package dev.blackstart.imports;

import java.util.List;
import java.util.Map;

/**
 * What became of a file.
 *
 * @param format key of the format
 * @param text a plan or a directory file, ready to be imported; never contains a secret of the file
 * @param mapping where things went: JSON pointer, or column, of the file to pointer of the text
 * @param warnings by row
 * @param unmapped what of the file is not in the text, by JSON pointer or column
 */
public record Conversion(String format, Kind kind, String text, Map<String, String> mapping, List<ConversionWarning> warnings,
        List<String> unmapped) {

    public enum Kind {
        PLAN,
        DIRECTORY,
        INCIDENTS
    }
}
