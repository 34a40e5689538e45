package dev.blackstart.target.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.blackstart.target.AllowedHosts;
import dev.blackstart.target.TargetAddress;
import dev.blackstart.target.TargetConfig;
import dev.blackstart.target.TargetFailed;
import dev.blackstart.target.TargetOutcomeUnknown;
import dev.blackstart.target.TargetRefused;
import dev.blackstart.target.TargetSecrets;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;

/**
 * Requests to allowed hosts. A redirect is an answer like any other: it is not followed. Certificates count by Java's own list,
 * or by {@code quarkus.tls.drivers.trust-store} in its place.
 */
@ApplicationScoped
public class TargetHttp {

    private static final String TLS = "drivers";
    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,200}");

    private final AllowedHosts hosts;
    private final TargetSecrets secrets;
    private final HttpClient client;

    @Inject
    TargetHttp(TargetConfig config, AllowedHosts hosts, TargetSecrets secrets, Vertx vertx, TlsConfigurationRegistry tls) {
        this(hosts, secrets, vertx, options(config, tls));
    }

    public TargetHttp(AllowedHosts hosts, TargetSecrets secrets, Vertx vertx, HttpClientOptions options) {
        this.hosts = hosts;
        this.secrets = secrets;
        this.client = vertx.createHttpClient(options.setKeepAlive(false).setVerifyHost(true).setMaxPoolSize(256)
                .setMaxHeaderSize(16_384).setDecompressionSupported(false));
    }

    private static HttpClientOptions options(TargetConfig config, TlsConfigurationRegistry tls) {
        int patience = (int) config.connectTimeout().toMillis();
        HttpClientOptions options = new HttpClientOptions().setConnectTimeout(patience).setSslHandshakeTimeout(patience)
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
        tls.get(TLS).ifPresent(known -> TlsConfigUtils.configure(options, known));
        return options;
    }

    /** Why a request to this URL would be refused as it is written; empty where it might be made. Asks nobody. */
    public List<String> problems(String url) {
        if (url.startsWith("${secret:")) {
            return List.of();
        }
        try {
            parsed(url.replaceAll("\\$\\{secret:[^}]*}", "x"));
            return List.of();
        } catch (TargetRefused refused) {
            return List.of(refused.getMessage());
        }
    }

    /** Where a request would go, as it is written now. @throws TargetRefused where that is not allowed */
    public TargetAddress address(String url) {
        URI uri = parsed(secrets.resolveUrl(url));
        return hosts.resolve(uri.getHost(), port(uri));
    }

    /**
     * @throws TargetRefused where the host is not allowed
     * @throws TargetFailed where no answer came in time
     */
    public TargetAnswer send(TargetRequest wanted) {
        return send(wanted, address -> {
        });
    }

    /** Looks at the address before it connects to that same one. */
    public TargetAnswer send(TargetRequest wanted, AddressCheck check) {
        long began = System.nanoTime();
        URI uri = parsed(secrets.resolveUrl(wanted.url()));
        TargetAddress to = hosts.resolve(uri.getHost(), port(uri));
        check.accept(to);
        Duration left = wanted.timeout().minusNanos(System.nanoTime() - began);
        if (left.isNegative() || left.toMillis() == 0) {
            throw late(uri, wanted.timeout(), null);
        }
        RequestOptions options = options(wanted, uri, to).setTimeout(left.toMillis() + 1000);
        CompletableFuture<Received> received = new CompletableFuture<>();
        CompletableFuture<HttpClientRequest> opened = client.request(options).toCompletionStage().toCompletableFuture();
        opened.whenComplete((request, failed) -> {
            if (failed != null) {
                received.completeExceptionally(failed);
            } else {
                start(request, wanted, received);
            }
        });
        try {
            Received answer = received.get(left.toMillis(), TimeUnit.MILLISECONDS);
            return answer.masked(secrets, Duration.ofNanos(System.nanoTime() - began));
        } catch (TimeoutException slow) {
            throw late(uri, wanted.timeout(), slow);
        } catch (ExecutionException failed) {
            String why = secrets.mask(reason(failed.getCause()));
            if (opened.isCompletedExceptionally()) {
                throw new TargetFailed("%s could not be reached: %s.".formatted(where(uri), why), failed.getCause());
            }
            throw new TargetOutcomeUnknown("%s broke off: %s.".formatted(where(uri), why), failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new TargetOutcomeUnknown("The request to %s was interrupted.".formatted(where(uri)), stopped);
        } finally {
            opened.thenAccept(request -> request.connection().close());
        }
    }

    /** Looks at where a connection is about to go. */
    @FunctionalInterface
    public interface AddressCheck {

        /** @throws TargetRefused where it must not go there */
        void accept(TargetAddress address);
    }

    private TargetOutcomeUnknown late(URI uri, Duration timeout, Throwable cause) {
        return new TargetOutcomeUnknown("%s did not answer within %d ms.".formatted(where(uri), timeout.toMillis()), cause);
    }

    private RequestOptions options(TargetRequest wanted, URI uri, TargetAddress to) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        RequestOptions options = new RequestOptions().setMethod(HttpMethod.valueOf(wanted.method())).setHost(uri.getHost())
                .setPort(to.port())
                .setServer(SocketAddress.inetSocketAddress(to.port(), to.address().getHostAddress()))
                .setSsl("https".equalsIgnoreCase(uri.getScheme())).setFollowRedirects(false)
                .setURI(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery())
                .putHeader("User-Agent", "Blackstart").putHeader("Accept", "*/*");
        wanted.headers().forEach((name, value) -> header(options, name, secrets.resolve(value)));
        return options;
    }

    private static void header(RequestOptions options, String name, String value) {
        if (!HEADER_NAME.matcher(name).matches() || value.chars().anyMatch(one -> one < ' ' && one != '\t' || one == 127)) {
            throw new TargetRefused("Header %s has a name or a value that HTTP does not allow.".formatted(name));
        }
        options.putHeader(name, value);
    }

    private void start(HttpClientRequest request, TargetRequest wanted, CompletableFuture<Received> received) {
        request.response().onFailure(received::completeExceptionally)
                .onSuccess(response -> read(response, wanted.answerLimit(), received));
        request.exceptionHandler(received::completeExceptionally);
        (wanted.body() == null ? request.send() : request.send(Buffer.buffer(secrets.resolve(wanted.body()))))
                .onFailure(received::completeExceptionally);
    }

    private static void read(HttpClientResponse response, int limit, CompletableFuture<Received> received) {
        Buffer kept = Buffer.buffer();
        response.exceptionHandler(received::completeExceptionally);
        response.handler(part -> {
            if (received.isDone()) {
                return;
            }
            int room = limit - kept.length();
            kept.appendBuffer(part.length() > room ? part.slice(0, room) : part);
            if (part.length() > room) {
                received.complete(new Received(response, kept, true));
                response.request().connection().close();
            }
        });
        response.endHandler(end -> received.complete(new Received(response, kept, false)));
    }

    private record Received(HttpClientResponse response, Buffer kept, boolean cut) {

        TargetAnswer masked(TargetSecrets secrets, Duration took) {
            Map<String, String> headers = new TreeMap<>();
            response.headers().forEach(head -> headers.merge(head.getKey().toLowerCase(Locale.ROOT),
                    secrets.mask(head.getValue()), (first, second) -> first + ", " + second));
            String body = kept.toString(StandardCharsets.UTF_8);
            return new TargetAnswer(response.statusCode(), Map.copyOf(headers),
                    cut ? secrets.maskCut(body) : secrets.mask(body), cut, took);
        }
    }

    private URI parsed(String url) {
        try {
            URI uri = new URI(url);
            List<String> wrong = new ArrayList<>();
            if (!"http".equalsIgnoreCase(uri.getScheme()) && !"https".equalsIgnoreCase(uri.getScheme())) {
                wrong.add("does not begin with http:// or https://");
            }
            if (uri.getHost() == null) {
                wrong.add("names no host, or its host is a number in an unusual form");
            }
            if (uri.getRawUserInfo() != null) {
                wrong.add("holds a user or password; send an Authorization header with ${secret:NAME}");
            }
            if (wrong.isEmpty()) {
                return uri;
            }
            throw new TargetRefused("URL %s %s.".formatted(secrets.mask(url), String.join(", and ", wrong)));
        } catch (URISyntaxException broken) {
            throw new TargetRefused("URL %s cannot be read.".formatted(secrets.mask(url)));
        }
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }

    private String where(URI uri) {
        return secrets.mask(uri.getScheme() + "://" + uri.getRawAuthority());
    }

    private static String reason(Throwable failed) {
        String said = failed.getMessage();
        return said == null || said.isBlank() ? failed.getClass().getSimpleName() : said.lines().findFirst().orElse(said);
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
