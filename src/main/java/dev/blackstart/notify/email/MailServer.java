package dev.blackstart.notify.email;

import java.net.IDN;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.notify.Channel.DeliveryFailed;
import dev.blackstart.notify.NotifyConfig;
import dev.blackstart.notify.TlsFailures;
import dev.blackstart.notify.page.Message;
import dev.blackstart.web.Address;
import io.quarkus.logging.Log;
import io.quarkus.mailer.runtime.MailerRuntimeConfig;
import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.MailResult;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;

/**
 * The mail server that {@code quarkus.mailer.*} tells of. The framework's own client has no time limit on a server that says
 * nothing: a few such connections would fill its pool for ever. So this one is made from the same settings, with limits.
 */
@ApplicationScoped
public class MailServer {

    /** The host's name where there is no server. */
    private static final String NONE = "in-product";

    private static final String DEFAULT = "<default>";
    private static final Pattern BLANK_OR_CONTROL = Pattern.compile("[\\s\\p{Cntrl},;<>\"]");
    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}+");
    private static final String UNCHECKED = "NONE";
    private static final int PERMANENT = 500;

    /** It closes, or wants other credentials: nobody's mail would go. */
    private static final Set<Integer> NOT_LET_IN = Set.of(421, 454, 530, 534, 535, 538);

    private final MailerRuntimeConfig config;
    private final long seconds;
    private final String domain;
    private final MailClient client;

    /** All of it happens on one thread: else a server's greeting may come before its reader, and is lost in part. */
    private final Context thread;

    public MailServer(MailersRuntimeConfig mailers, NotifyConfig notify, TlsConfigurationRegistry tls, Vertx vertx,
            Address address) {
        config = mailers.mailers().get(DEFAULT);
        seconds = Math.max(1, notify.mailTimeout().toSeconds());
        String host = URI.create(address.of("/")).getHost();
        domain = host == null ? "blackstart" : host;
        thread = ((VertxInternal) vertx).createEventLoopContext();
        client = isThere() ? MailClient.create(vertx, settings(notify.threads(), tls)) : null;
    }

    public boolean isThere() {
        return !NONE.equals(config.host());
    }

    private MailConfig settings(int hands, TlsConfigurationRegistry tls) {
        boolean secure = config.tls().orElse(false);
        MailConfig settings = new MailConfig().setHostname(config.host())
                .setStarttls(StartTLSOptions.valueOf(config.startTLS().toUpperCase()))
                .setLogin(LoginOption.valueOf(config.login().toUpperCase())).setMaxPoolSize(hands).setKeepAlive(false)
                .setDisableEsmtp(config.disableEsmtp());
        settings.setPort(config.port().orElse(secure ? 465 : 25));
        config.username().ifPresent(settings::setUsername);
        config.password().ifPresent(settings::setPassword);
        config.authMethods().ifPresent(settings::setAuthMethods);
        config.ownHostName().ifPresent(settings::setOwnHostname);
        settings.setConnectTimeout((int) TimeUnit.SECONDS.toMillis(seconds)).setIdleTimeout((int) seconds)
                .setIdleTimeoutUnit(TimeUnit.SECONDS).setSslHandshakeTimeout(seconds);
        config.tlsConfigurationName().flatMap(tls::get).or(tls::getDefault)
                .ifPresent(known -> TlsConfigUtils.configure(settings, known));
        if (!UNCHECKED.equals(settings.getHostnameVerificationAlgorithm())) {
            settings.setHostnameVerificationAlgorithm(""); // the client checks the host by itself, but not when it is asked to
        }
        return settings.setSsl(secure); // the lines above take TLS for granted
    }

    /** What nobody subscribed to. @param id stable over tries: the same mail under the same Message-ID */
    public void send(UUID id, String to, String subject, String text) {
        send(id, to, subject, text, null);
    }

    /**
     * @param id stable over tries: the same mail under the same Message-ID
     * @param unsubscribe address that mail programs end the subscription with by one POST (RFC 8058); null for none
     */
    public void send(UUID id, String to, String subject, String text, String unsubscribe) {
        if (BLANK_OR_CONTROL.matcher(to).find()) {
            throw DeliveryFailed.forGood("The mail address is not valid; correct it in the directory.");
        }
        MailMessage mail = new MailMessage().setFrom(config.from().orElseThrow()).setTo(ascii(to)).setText(text);
        config.bounceAddress().ifPresent(mail::setBounceAddress);
        mail.addHeader("Subject", Subject.encoded(subject)); // as a subject, folded lines would be refused
        mail.addHeader("Message-ID", "<" + id + "@" + domain + ">");
        mail.addHeader("Auto-Submitted", "auto-generated");
        mail.addHeader("X-Auto-Response-Suppress", "All");
        if (unsubscribe != null) {
            mail.addHeader("List-Unsubscribe", "<" + unsubscribe + ">");
            mail.addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        try {
            CompletableFuture<MailResult> sent = new CompletableFuture<>();
            thread.runOnContext(now -> client.sendMail(mail).onComplete(sent::complete, sent::completeExceptionally));
            sent.get(2 * seconds, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw told(id, failed.getCause());
        } catch (TimeoutException slow) {
            throw DeliveryFailed.channelDown("The mail server did not answer in time.", slow);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw DeliveryFailed.forNow("Blackstart was stopped.", null, stopped);
        }
    }

    /**
     * Domains are sent in their ASCII form (IDNA); a mailbox that is not ASCII would need SMTPUTF8, which few servers offer.
     */
    private static String ascii(String address) {
        int at = address.lastIndexOf('@');
        try {
            String domain = IDN.toASCII(address.substring(at + 1));
            if (ASCII.matcher(address.substring(0, at + 1)).matches()) {
                return address.substring(0, at + 1) + domain;
            }
        } catch (IllegalArgumentException invalid) {
            throw DeliveryFailed.forGood("The mail address is not valid; correct it in the directory.");
        }
        throw DeliveryFailed
                .forGood(
                        "The part of the mail address before the @ has non-ASCII characters, which mail servers do not accept.");
    }

    /** What the server said stays in the log: it may name addresses. */
    private static DeliveryFailed told(UUID id, Throwable cause) {
        if (cause instanceof SMTPException answer && answer.getReplyCode() > 0) {
            Log.infof("The mail server answered delivery %s: %s", id, answer.getReplyMessage());
            if (NOT_LET_IN.contains(answer.getReplyCode())) {
                return DeliveryFailed.channelDown(
                        "The mail server rejected our credentials (%d).".formatted(answer.getReplyCode()),
                        cause);
            }
            return answer.getReplyCode() >= PERMANENT
                    ? DeliveryFailed.forGood("The mail server refused it (%d).".formatted(answer.getReplyCode()))
                    : DeliveryFailed.forNow("The mail server put it off (%d).".formatted(answer.getReplyCode()), null, cause);
        }
        Log.infof("The mail server could not take delivery %s: %s", id, cause.toString());
        return DeliveryFailed.channelDown(why(cause), cause);
    }

    private static String why(Throwable cause) {
        if (TlsFailures.refused(cause)) {
            return "The mail server shows a certificate that is not trusted here.";
        }
        return TlsFailures.unsafe(cause) || String.valueOf(cause.getMessage()).contains("STARTTLS")
                ? "The mail server offers no safe connection."
                : "The mail server could not be reached.";
    }

    @PreDestroy
    public void close() {
        if (client != null) {
            client.close();
        }
    }
}
