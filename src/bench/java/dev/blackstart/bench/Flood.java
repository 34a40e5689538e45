package dev.blackstart.bench;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

/**
 * One sender who asks for the same over many connections at once, again half a second after each answer: at most
 * {@value #MOST} times, to this machine only.
 */
final class Flood implements AutoCloseable {

    private static final int MOST = 20_000;
    private static final long PAUSE = 500;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client;
    private final RequestOptions options;
    private final Buffer body;
    private final AtomicInteger sent = new AtomicInteger();
    private final Map<Integer, AtomicInteger> answers = new ConcurrentHashMap<>();
    private volatile boolean over;

    /** @param from the address that it comes from, of this machine */
    Flood(String from, String method, String address, Map<String, String> headers, Buffer body, int connections) {
        this.body = body;
        client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(connections).setLocalAddress(from));
        options = new RequestOptions().setMethod(HttpMethod.valueOf(method)).setAbsoluteURI(address);
        headers.forEach(options::putHeader);
        for (int i = 0; i < connections; i++) {
            vertx.runOnContext(begin -> send());
        }
    }

    private void send() {
        if (over || sent.incrementAndGet() > MOST) {
            return;
        }
        Consumer<Integer> again = status -> {
            answers.computeIfAbsent(status, first -> new AtomicInteger()).incrementAndGet();
            vertx.setTimer(PAUSE, turn -> send());
        };
        client.request(options).compose(request -> body == null ? request.send() : request.send(body)).onSuccess(answer -> {
            boolean stream = String.valueOf(answer.getHeader("Content-Type")).startsWith("text/event-stream");
            if (stream) {
                answers.computeIfAbsent(answer.statusCode(), first -> new AtomicInteger()).incrementAndGet();
            }
            answer.handler(chunk -> {
                // read and not kept
            }).endHandler(end -> again.accept(answer.statusCode())).exceptionHandler(broken -> again.accept(0));
        }).onFailure(failed -> again.accept(0));
    }

    /** How often each status was answered; 0 for a connection that ended without an answer. */
    String answers() {
        return new TreeMap<>(answers).toString();
    }

    @Override
    public void close() {
        over = true;
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
