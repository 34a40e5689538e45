package dev.blackstart.web.request;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Refuses what a proxy may read as one request and the server as two (RFC 9112, 6.1 and 6.3): a Transfer-Encoding that is
 * anything else than {@code chunked}, folded or not, or stands beside a Content-Length; and a second Host (RFC 9112, 3.2), of
 * which the proxy may believe the other one. The server's own parser refuses the other forms. Nothing that follows on such a
 * connection is answered.
 */
@ApplicationScoped
class RequestFraming {

    /** Before pipelined requests are separated. */
    private static final int BEFORE_ALL_OTHERS = 30_000;

    private static final int BAD_REQUEST = 400;
    private static final AttributeKey<Boolean> REFUSED = AttributeKey.valueOf(RequestFraming.class, "refused");

    void register(@Observes Filters filters) {
        filters.register(routing -> {
            if (isRefused(routing.request())) {
                refuse(routing.request());
            } else {
                routing.next();
            }
        }, BEFORE_ALL_OTHERS);
    }

    private static boolean isRefused(HttpServerRequest request) {
        return channel(request).hasAttr(REFUSED) || request.headers().getAll(HttpHeaders.HOST).size() > 1
                || !isClear(request.headers().getAll(HttpHeaders.TRANSFER_ENCODING),
                        request.headers().getAll(HttpHeaders.CONTENT_LENGTH));
    }

    /** A folded line comes with the space that begins its second part. */
    static boolean isClear(List<String> encodings, List<String> lengths) {
        return encodings.isEmpty() ? lengths.stream().allMatch(length -> length.matches("\\d{1,18}"))
                : encodings.size() == 1 && encodings.get(0).equalsIgnoreCase("chunked") && lengths.isEmpty();
    }

    private static void refuse(HttpServerRequest request) {
        Channel channel = channel(request);
        if (channel.attr(REFUSED).setIfAbsent(true) == null) {
            request.response().setStatusCode(BAD_REQUEST).putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                    .end(sent -> channel.close());
        }
    }

    private static Channel channel(HttpServerRequest request) {
        return ((ConnectionBase) request.connection()).channel();
    }
}
