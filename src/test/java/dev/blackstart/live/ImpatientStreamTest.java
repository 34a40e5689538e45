package dev.blackstart.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import dev.blackstart.people.Person;
import dev.blackstart.people.PlatformRole;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.ProductionLike;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

/** With a short heartbeat and little patience. */
@QuarkusTest
@TestProfile(ProductionLike.class)
class ImpatientStreamTest {

    @Test
    void heartbeat_nothingHappens_comesAgainAndAgain() {
        try (EventStream stream = EventStream.open(Lines.running(), "pia", null)) {
            stream.next();
            for (int i = 0; i < 5; i++) {
                assertThat(stream.any().isHeartbeat()).isTrue();
            }
        }
    }

    @Test
    void stream_platformRoleChanges_closes() {
        become(PlatformRole.MASTER_OF_DISASTER);
        GameDay day = Lines.running();
        try (EventStream stream = EventStream.open(day, "wim", null)) {
            stream.next();
            become(PlatformRole.MEMBER);
            assertThat(stream.ends()).isTrue();
            assertThat(EventStream.ask(Lines.path(day), "wim", null).statusCode()).isEqualTo(404);
        } finally {
            become(PlatformRole.MEMBER);
        }
    }

    private static void become(PlatformRole role) {
        QuarkusTransaction.requiringNew().run(() -> Person.byKey("wim").become(role));
    }

    /** More than the network in between can hold, in pieces of 100 kB. */
    @Test
    void stream_readerTakesNothing_isCutOffAndOthersGoOn() throws IOException {
        int pieces = 100;
        String piece = "x".repeat(99_000);
        GameDay day = Lines.running();
        try (Socket stuck = new Socket(); EventStream other = EventStream.open(day, "noel", null)) {
            stuck.setReceiveBufferSize(4_096);
            stuck.connect(new InetSocketAddress("localhost", RestAssured.port));
            stuck.setSoTimeout(10_000);
            stuck.getOutputStream().write(("GET " + Lines.path(day) + " HTTP/1.1\r\nHost: localhost\r\nAccept: "
                    + "text/event-stream\r\nAuthorization: " + EventStream.basic("pia") + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            readUntil(stuck.getInputStream(), "startex");
            assertThat(other.next().type()).isEqualTo("startex");
            for (int i = 0; i < pieces; i++) {
                Lines.finding(day, "pia", i + " " + piece);
                assertThat(other.next().data().at("/data/text").asText()).startsWith(i + " ");
            }
            assertThat(rest(stuck.getInputStream())).isLessThan((pieces - ProductionLike.STREAM_BUFFER) * piece.length());
            assertThat(other.isOpen()).isTrue();
        }
    }

    private static void readUntil(InputStream in, String word) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(word) < 0) {
            read.append((char) in.read());
        }
    }

    /** How much still comes, until the other side has hung up. */
    private static int rest(InputStream in) throws IOException {
        int read = 0;
        try {
            for (int more = in.read(new byte[65_536]); more >= 0; more = in.read(new byte[65_536])) {
                read += more;
            }
        } catch (java.net.SocketException reset) {
            // hung up without a farewell
        }
        return read;
    }
}
