package dev.blackstart.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** Fifty megabytes are refused when they are announced, or as soon as too much of them has come. */
@QuarkusTest
class UploadSizeTest {

    private static final int FIFTY = 50 * 1024 * 1024;
    private static final byte[] PART = "x".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);

    @TestHTTPResource("/")
    URI base;

    @Test
    void upload_announcedTooLarge_refusedBeforeItIsSent() throws IOException {
        try (Socket socket = open("Content-Length: " + FIFTY)) {
            assertThat(status(socket)).contains("413");
        }
    }

    @Test
    void upload_unannounced_cutOffEarly() throws IOException {
        int sent = 0;
        String status = null;
        try (Socket socket = open("Transfer-Encoding: chunked")) {
            OutputStream out = socket.getOutputStream();
            while (sent < FIFTY && socket.getInputStream().available() == 0) {
                out.write((Integer.toHexString(PART.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(PART);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                sent += PART.length;
            }
            status = status(socket);
        } catch (IOException closed) {
            // the server hung up before all of its answer was read: that is a refusal too
        }
        assertThat(sent).isLessThan(FIFTY / 2);
        assertThat(status == null ? "413" : status).contains("413");
    }

    private Socket open(String length) throws IOException {
        Socket socket = new Socket(base.getHost(), base.getPort());
        socket.setSoTimeout((int) Duration.ofSeconds(10).toMillis());
        String dana = Base64.getEncoder().encodeToString("dana:blackstart".getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(("POST /api/plans HTTP/1.1\r\nHost: x\r\nAuthorization: Basic " + dana
                + "\r\nContent-Type: application/yaml\r\n" + length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String status(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
    }
}
