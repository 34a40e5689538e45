package dev.blackstart.notify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

import dev.blackstart.testsupport.TestCertificates;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A line to a real mail server that can be cut, go dead or lose an answer. */
final class SmtpProxy implements AutoCloseable {

    private final int port;
    private final int server;
    private ServerSocket listening;
    private volatile Mode mode = Mode.THROUGH;
    private volatile SSLContext papers;
    final AtomicInteger encrypted = new AtomicInteger();
    final AtomicInteger connections = new AtomicInteger();

    /** What it does with those who connect. */
    enum Mode {
        THROUGH,
        /** Accepts and says nothing. */
        SILENT,
        /** Accepts and hangs up. */
        DROPS,
        /** The first mail is taken, and the line is cut before anybody learns it. */
        LOSES_ONE_ANSWER,
        /** Offers STARTTLS, and takes nothing without. */
        STARTTLS,
        /** Speaks TLS from the first byte. */
        SMTPS
    }

    SmtpProxy(int port, int server) throws IOException {
        this.port = port;
        this.server = server;
        open();
    }

    void mode(Mode wanted) {
        mode = wanted;
    }

    /** Encrypted, by a server that shows these papers. */
    void mode(Mode wanted, String shown) {
        papers = TestCertificates.of(shown);
        mode = wanted;
    }

    void open() throws IOException {
        listening = new ServerSocket(port, 50, InetAddress.getByName("localhost"));
        ServerSocket mine = listening;
        start(() -> accept(mine));
    }

    /** Nobody listens any more. */
    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept(ServerSocket mine) {
        try {
            while (true) {
                Socket client = mine.accept();
                connections.incrementAndGet();
                start(() -> serve(client));
            }
        } catch (IOException closed) {
            // that is how it ends
        }
    }

    private void serve(Socket client) {
        if (mode == Mode.SILENT) {
            return;
        }
        if (mode == Mode.STARTTLS || mode == Mode.SMTPS) {
            serveSafely(client, mode == Mode.STARTTLS);
            return;
        }
        try (client; Socket real = mode == Mode.DROPS ? null : new Socket("localhost", server)) {
            if (real == null) {
                return;
            }
            Thread back = start(() -> answers(real, client));
            BufferedReader lines = new BufferedReader(
                    new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            String line;
            boolean text = false;
            while ((line = lines.readLine()) != null) {
                if (!text && line.startsWith("RCPT TO:<refused")) {
                    say(client, "550 5.1.1 nobody of that name here");
                    continue;
                }
                if (text && line.equals(".") && mode == Mode.LOSES_ONE_ANSWER) {
                    mode = Mode.THROUGH;
                    client.close();
                }
                text = line.equalsIgnoreCase("DATA") || text && !line.equals(".");
                say(real, line);
            }
            real.shutdownOutput();
            back.join(2_000);
        } catch (IOException | InterruptedException cut) {
            // as lines are
        }
    }

    private void serveSafely(Socket client, boolean onDemand) {
        try (client; Socket real = new Socket("localhost", server)) {
            if (onDemand) {
                say(client, "220 wire");
                line(client);
                say(client, "250-wire\r\n250 STARTTLS");
                if (!line(client).equals("STARTTLS")) {
                    say(client, "530 5.7.0 not without TLS");
                    return;
                }
                say(client, "220 go on");
                line(real);
            }
            try (SSLSocket safe = (SSLSocket) papers.getSocketFactory().createSocket(client, null, client.getPort(), false)) {
                safe.setUseClientMode(false);
                safe.startHandshake();
                encrypted.incrementAndGet();
                start(() -> answers(real, safe));
                safe.getInputStream().transferTo(real.getOutputStream());
            }
        } catch (IOException refused) {
            // whoever called did not like the papers
        }
    }

    /** Byte by byte: what follows belongs to somebody else. */
    private static String line(Socket from) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = from.getInputStream().read(); next >= 0 && next != '\n'; next = from.getInputStream().read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static void answers(Socket real, Socket client) {
        try {
            real.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException cut) {
            // as lines are
        }
    }

    private static void say(Socket to, String line) throws IOException {
        OutputStream out = to.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static Thread start(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
