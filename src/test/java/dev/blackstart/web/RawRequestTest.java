package dev.blackstart.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** Requests that a proxy may read as one and a server as two: the second is never answered, and the connection ends. */
@QuarkusTest
class RawRequestTest {

    private static final String SECOND = "GET /q/health/live HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String POST = "POST /login HTTP/1.1\r\nHost: x\r\n";

    @TestHTTPResource("/")
    URI base;

    @Test
    void twoRequests_wellFormed_bothAnswered() throws IOException {
        assertThat(exchange(SECOND + SECOND).split("\"UP\"", -1)).hasSizeGreaterThan(2);
        assertThat(exchange(POST + "Content-Length: 0\r\n\r\n" + SECOND)).contains("\"UP\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\n",
            "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked, xchunked\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: xchunked, chunked\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: chun\r\n ked\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\n1;a=\"\r\n\"\r\nx\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\n0;a=\"\r\n\r\n\"\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\n1\nx\r\n0\r\n\r\n",
            "Content-Length: 0\r\nContent-Length: 6\r\n\r\n",
            "Transfer-Encoding: \"chunked\"\r\n\r\n0\r\n\r\n",
            "Content-Length: 0, 6\r\n\r\n",
            "Content-Length: +0\r\n\r\n",
            "Content-Length: 0x0\r\n\r\n" })
    void ambiguousLength_secondRequestNotAnswered(String head) throws IOException {
        assertThat(exchange(POST + head + SECOND)).doesNotContain("\"UP\"", "HTTP/1.1 2");
    }

    @Test
    void twoHosts_refused() throws IOException {
        assertThat(exchange("GET /q/health/live HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n" + SECOND)).startsWith("HTTP/1.1 400")
                .doesNotContain("\"UP\"");
    }

    @Test
    void http2WithoutTls_notSpoken() throws IOException {
        String answer = exchange("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0");
        assertThat(answer).doesNotContain("\0\0\0");
        String upgraded = exchange("GET /q/health/live HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings, close\r\n"
                + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\n\r\n");
        assertThat(upgraded).startsWith("HTTP/1.1 200");
    }

    /** What comes until the connection ends, or nothing comes any more. */
    private String exchange(String sent) throws IOException {
        StringBuilder read = new StringBuilder();
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout((int) Duration.ofSeconds(2).toMillis());
            socket.getOutputStream().write(sent.getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[8_192];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                read.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
            }
        } catch (SocketTimeoutException silent) {
            // all that comes has come
        }
        return read.toString();
    }
}
