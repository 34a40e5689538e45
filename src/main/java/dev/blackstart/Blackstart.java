package dev.blackstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.commons.codec.binary.Hex;
import org.eclipse.microprofile.config.ConfigProvider;

import dev.blackstart.crypto.Secrets;
import dev.blackstart.database.DataFolder;
import dev.blackstart.database.Database;
import dev.blackstart.people.DemoPeople;
import io.quarkus.logging.Log;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the product. */
@QuarkusMain
public final class Blackstart {

    private static final String SESSION_KEY = "quarkus.http.auth.session.encryption-key";

    private static final String PROVIDER_BACK = "quarkus.oidc.authentication.force-redirect-https-scheme";

    private Blackstart() {
    }

    public static void main(String... arguments) {
        if (usesDataFolder()) {
            DataFolder.protect(dataFolder());
        }
        Database.embeddedFile().ifPresent(DataFolder::makeFile);
        if (!hasSessionKey()) {
            System.setProperty(SESSION_KEY, keptKey(dataFolder()));
        }
        reachByHttps();
        Quarkus.run(arguments);
    }

    /** Where people come by https, the identity provider sends them back by https too. */
    private static void reachByHttps() {
        boolean secure = ConfigProvider.getConfig().getOptionalValue("blackstart.web.address", String.class).orElse("")
                .startsWith("https:");
        if (secure && ConfigProvider.getConfig().getOptionalValue(PROVIDER_BACK, String.class).isEmpty()) {
            System.setProperty(PROVIDER_BACK, "true");
        }
    }

    private static boolean hasSessionKey() {
        return ConfigProvider.getConfig().getOptionalValue(SESSION_KEY, String.class).isPresent();
    }

    private static boolean usesDataFolder() {
        return !hasSessionKey() || !Database.isPostgresql();
    }

    private static Path dataFolder() {
        return Path.of(ConfigProvider.getConfig().getOptionalValue("BLACKSTART_DATA_DIR", String.class).orElse("data"));
    }

    /** People stay signed in when the process is started again: its key is made once and kept beside the data. */
    private static String keptKey(Path folder) {
        Path file = folder.resolve("session.key");
        try {
            if (Files.notExists(file)) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, Hex.encodeHexString(Secrets.random(32)));
            }
            return Files.readString(file).strip();
        } catch (IOException failed) {
            throw new UncheckedIOException("The session key " + file + " can be neither read nor made; "
                    + "set QUARKUS_HTTP_AUTH_SESSION_ENCRYPTION_KEY or make the folder writable", failed);
        }
    }

    /** Says where it is, when everything is there. */
    @ApplicationScoped
    static class Greeting {

        void ready(@Observes @Priority(DemoPeople.AT_START + 10_000) StartupEvent start, DemoPeople demo) {
            if (LaunchMode.current() == LaunchMode.NORMAL && usesDataFolder()) {
                DataFolder.protect(dataFolder()); // by now the database has made its files
            }
            String address = "http://" + ConfigProvider.getConfig().getValue("quarkus.http.host", String.class) + ":"
                    + ConfigProvider.getConfig().getValue("quarkus.http.port", String.class);
            Log.infof("Blackstart is at %s%s", address, demo.signIn()
                    ? "; sign in as dana (Master of Disaster), adam (admin), carl, sol, eve (control staff) or pia, nora, wim"
                            + " (players) with the password " + DemoPeople.PASSWORD
                    : "");
        }
    }
}
