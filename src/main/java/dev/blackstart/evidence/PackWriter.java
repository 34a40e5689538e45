package dev.blackstart.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.commons.codec.digest.DigestUtils;

/** A ZIP file whose last entry holds the checksum of each other one, in the form that {@code sha256sum -c} reads. */
final class PackWriter implements Closeable {

    static final String CHECKSUMS = "SHA256SUMS";

    private final ZipOutputStream zip;
    private final List<Written> written = new ArrayList<>();

    PackWriter(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /** @param sha256 of its bytes, in hexadecimal digits */
    record Written(String path, long bytes, String sha256) {
    }

    /** Writes the bytes of a file. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    Written text(String path, String text) throws IOException {
        return bytes(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Written bytes(String path, byte[] bytes) throws IOException {
        return stream(path, out -> out.write(bytes));
    }

    Written stream(String path, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(path);
        zip.putNextEntry(entry);
        MessageDigest digest = DigestUtils.getSha256Digest();
        OutputStream digested = new DigestOutputStream(zip, digest);
        content.writeTo(digested);
        zip.closeEntry();
        Written file = new Written(path, entry.getSize(), HexFormat.of().formatHex(digest.digest()));
        written.add(file);
        return file;
    }

    List<Written> written() {
        return List.copyOf(written);
    }

    /** The checksums, and the end of the file. */
    void finish() throws IOException {
        StringBuilder sums = new StringBuilder();
        written.forEach(file -> sums.append(file.sha256()).append("  ").append(file.path()).append('\n'));
        bytes(CHECKSUMS, sums.toString().getBytes(StandardCharsets.UTF_8));
        zip.finish();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
