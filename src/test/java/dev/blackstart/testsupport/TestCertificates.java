package dev.blackstart.testsupport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * What servers show of themselves, each signed by itself: {@code trusted} names this host and is on our list, {@code elsewhere}
 * is on it too but names another host, {@code stranger} names this one and nobody knows it.
 */
public final class TestCertificates {

    private static final Path FOLDER = Path.of("target", "papers");
    private static final String PASSWORD = "only-in-tests";

    private TestCertificates() {
    }

    /** Path of the list. */
    public static String list() {
        Path list = FOLDER.resolve("list.pem");
        if (!Files.exists(list)) {
            try {
                Files.createDirectories(FOLDER);
                make("stranger", "localhost");
                Files.writeString(list, make("trusted", "localhost") + make("elsewhere", "mail.example.org"));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return list.toAbsolutePath().toString();
    }

    /** @return it as the list has it */
    private static String make(String name, String host) throws IOException {
        Path file = FOLDER.resolve(name + ".p12");
        Files.deleteIfExists(file);
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias", name, "-keyalg", "EC", "-validity", "30", "-dname", "CN=" + host, "-ext", "san=dns:" + host,
                "-storetype",
                "PKCS12", "-storepass", PASSWORD, "-keystore", file.toString()).inheritIO().start();
        try {
            if (keytool.waitFor() != 0) {
                throw new IOException("keytool made no " + name);
            }
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder().encodeToString(store(name).getCertificate(name).getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException broken) {
            throw new IOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private static KeyStore store(String name) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(FOLDER.resolve(name + ".p12"))) {
            store.load(file, PASSWORD.toCharArray());
        }
        return store;
    }

    /** For a server that shows these. */
    public static SSLContext of(String name) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store(name), PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(name, broken);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
