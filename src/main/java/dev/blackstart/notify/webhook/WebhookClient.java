package dev.blackstart.notify.webhook;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.notify.Channel.DeliveryFailed;
import dev.blackstart.notify.NotifyConfig;
import dev.blackstart.notify.TlsFailures;
import io.quarkus.logging.Log;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;

/** Posts JSON and looks at the first line and the heads of the answer, never at more. Redirects are not followed. */
@ApplicationScoped
class WebhookClient {

    private static final String RETRY_AFTER = "Retry-After";
    private static final String TLS = "webhook";

    private final Duration most;
    private final Clock clock;
    private final HttpClient client;

    /** Whose certificates count is Java's own list, or {@code quarkus.tls.webhook.trust-store} in its place. */
    WebhookClient(NotifyConfig config, Vertx vertx, TlsConfigurationRegistry tls, Clock clock) {
        this.most = config.webhookTimeout();
        this.clock = clock;
        HttpClientOptions options = new HttpClientOptions().setConnectTimeout((int) config.connectTimeout().toMillis())
                .setKeepAlive(false).setMaxPoolSize(config.threads()).setMaxHeaderSize(16_384).setVerifyHost(true)
                .setSslHandshakeTimeout(config.connectTimeout().toMillis()).setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout((int) most.toMillis() * 2).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        tls.get(TLS).ifPresent(known -> TlsConfigUtils.configure(options, known));
        this.client = vertx.createHttpClient(options);
    }

    /** The line and the one head that matter. */
    private record Answer(int status, String retryAfter) {
    }

    /** @throws DeliveryFailed unless it was answered with 2xx */
    void post(Destination to, Map<String, String> heads, String body) {
        RequestOptions options = new RequestOptions().setMethod(HttpMethod.POST).setHost(to.host()).setPort(to.port())
                .setServer(SocketAddress.inetSocketAddress(to.port(), to.address().getHostAddress())).setSsl(to.secure())
                .setURI(to.path()).setFollowRedirects(false).putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "Blackstart").setTimeout(most.toMillis());
        heads.forEach(options::putHeader);
        CompletableFuture<Answer> answer = client.request(options).compose(request -> request.send(body).map(response -> {
            Answer read = new Answer(response.statusCode(), response.getHeader(RETRY_AFTER));
            response.exceptionHandler(cut -> Log.debug("The rest of an answer was not read", cut));
            request.connection().close();
            return read;
        })).toCompletionStage().toCompletableFuture();
        judge(await(answer));
    }

    private Answer await(CompletableFuture<Answer> answer) {
        try {
            return answer.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw DeliveryFailed.forNow(TlsFailures.refused(failed.getCause())
                    ? "It shows a certificate that is not trusted here."
                    : "It could not be reached, or broke off.", null, failed.getCause());
        } catch (TimeoutException slow) {
            throw DeliveryFailed.forNow("It did not answer within %d s.".formatted(most.toSeconds()), null, slow);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw DeliveryFailed.forNow("Blackstart was stopped.", null, stopped);
        }
    }

    private void judge(Answer answer) {
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return;
        }
        if (status >= 300 && status < 400) {
            throw DeliveryFailed.forGood("It answered with a redirect (%d), which is not followed.".formatted(status));
        }
        String why = "It answered %d.".formatted(status);
        throw status >= 500 || status == 408 || status == 429
                ? DeliveryFailed.forNow(why, notBefore(answer.retryAfter()), null)
                : DeliveryFailed.forGood(why);
    }

    /** Seconds, or a date; null for anything else. */
    private Duration notBefore(String said) {
        if (said == null) {
            return null;
        }
        if (said.strip().matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(said.strip()));
        }
        try {
            Duration wait = Duration.between(clock.instant(),
                    ZonedDateTime.parse(said.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
            return wait.isNegative() ? null : wait;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
