package dev.blackstart.imports;

import java.util.Locale;

import dev.blackstart.catalogue.source.SourceTree;

/** A file as it was sent. */
public final class ImportedFile {

    private final String name;
    private final String mediaType;
    private final byte[] bytes;
    private SourceTree tree;

    /**
     * @param name null where it came without one
     * @param mediaType without parameters; null where none was named
     */
    public ImportedFile(String name, String mediaType, byte[] bytes) {
        this.name = name == null ? "" : name;
        this.mediaType = mediaType == null ? "" : mediaType.toLowerCase(Locale.ROOT);
        this.bytes = bytes.clone();
    }

    public String name() {
        return name;
    }

    public String mediaType() {
        return mediaType;
    }

    public int size() {
        return bytes.length;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** Read as YAML, of which JSON is a part; read once. */
    public SourceTree tree() {
        if (tree == null) {
            tree = SourceTree.read(bytes);
        }
        return tree;
    }
}
