package dev.blackstart.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import io.vertx.core.buffer.Buffer;

/** A black square as PNG: a few hundred kilobytes, whatever its size. */
final class HugePicture {

    private static final byte[] SIGNATURE = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

    private HugePicture() {
    }

    static Buffer png(int side) throws IOException {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed = new DeflaterOutputStream(rows, new Deflater(Deflater.BEST_COMPRESSION))) {
            byte[] row = new byte[1 + 3 * side];
            for (int i = 0; i < side; i++) {
                packed.write(row);
            }
        }
        byte[] head = ByteBuffer.allocate(13).putInt(side).putInt(side).put(new byte[] { 8, 2, 0, 0, 0 }).array();
        return Buffer.buffer(SIGNATURE).appendBuffer(chunk("IHDR", head)).appendBuffer(chunk("IDAT", rows.toByteArray()))
                .appendBuffer(chunk("IEND", new byte[0]));
    }

    private static Buffer chunk(String name, byte[] data) {
        byte[] type = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(type);
        sum.update(data);
        return Buffer.buffer().appendInt(data.length).appendBytes(type).appendBytes(data).appendInt((int) sum.getValue());
    }
}
