package dev.blackstart.notify;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How messages leave the product. The mail server itself is told with {@code quarkus.mailer.*}. */
@ConfigMapping(prefix = "blackstart.notify")
public interface NotifyConfig {

    /** How many messages leave at the same time by each channel. */
    @WithDefault("4")
    int threads();

    /** How long a channel is tried for a message while another channel is left. */
    @WithDefault("PT1M")
    Duration retryTimeout();

    /** How long the last channel is tried for a message: long enough for a mail server that puts off strangers. */
    @WithDefault("PT30M")
    Duration finalRetryTimeout();

    /** How long the mail server may say nothing; a mail as a whole takes at most twice as long. */
    @WithDefault("PT15S")
    Duration mailTimeout();

    /** How long a connection to somebody's chat may take. */
    @WithDefault("PT5S")
    Duration connectTimeout();

    /** How long the whole of it may take. */
    @WithDefault("PT10S")
    Duration webhookTimeout();

    /** Hosts that people's chat addresses may name although they lie inside; all others must be public ones. */
    Optional<Set<String>> allowedHosts();

    /** The installation's own messenger. */
    Webhook webhook();

    /** Takes, signed after Standard Webhooks, what is for people without a chat address of their own. */
    interface Webhook {

        /** Where; its host is trusted, for whoever set it runs the installation. */
        Optional<String> url();

        /** {@code whsec_} and Base64 of 24 to 64 bytes; the first one is the newest, all of them sign. */
        Optional<List<String>> secrets();
    }
}
