package dev.blackstart.web.request;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerRequestContext;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import dev.blackstart.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/**
 * How much may be sent: the server's own limit is that of a finding or a proof with a picture; a file of the directory and a
 * message of alerts may be nearly as large, a file of another tool larger; everything else keeps to two megabytes, whether it
 * tells its length beforehand or not.
 */
@ApplicationScoped
class BodyLimits {

    private static final Pattern PICTURES = Pattern
            .compile("/exercises/[^/]+/findings(/[^/]+/attachments)?/?|/api/findings/[^/]+/attachments/?"
                    + "|(/api)?/preparation/[^/]+/files/?");
    private static final Pattern FILES = Pattern.compile("/api/(people|teams|systems|alerts)/?|/directory/imports/?");
    private static final Pattern IMPORTS = Pattern.compile("(/api)?/imports/?");
    private static final long IMPORT = 20L * 1024 * 1024;

    /** What a form adds to the file in it. */
    private static final long FORM = 64L * 1024;
    private static final long FILE = 10L * 1024 * 1024;
    private static final long PICTURE = 11L * 1024 * 1024;
    private static final long ORDINARY = 2L * 1024 * 1024;

    /** Before the server's own check, which has no word for the one it refuses. */
    private static final int BEFORE_THE_SERVERS_OWN = 3;

    private static final int TOO_LARGE = 413;

    void register(@Observes Filters filters) {
        filters.register(routing -> {
            long most = most(routing.normalizedPath());
            if (announced(routing) > most) {
                EarlyRefusal.answer(routing, tooLarge(most));
            } else {
                routing.next();
            }
        }, BEFORE_THE_SERVERS_OWN);
    }

    /** What comes in pieces is counted while it is read. */
    @ServerRequestFilter
    void count(ContainerRequestContext request) {
        if (request.getHeaderString("Transfer-Encoding") != null && request.getHeaderString("Content-Length") == null) {
            long most = most("/" + request.getUriInfo().getPath().replaceFirst("^/", ""));
            request.setEntityStream(new Counted(request.getEntityStream(), most));
        }
    }

    private static long most(String path) {
        String asked = Objects.requireNonNullElse(path, "");
        if (IMPORTS.matcher(asked).matches()) {
            return IMPORT + FORM;
        }
        return PICTURES.matcher(asked).matches() ? PICTURE : FILES.matcher(asked).matches() ? FILE : ORDINARY;
    }

    private static long announced(RoutingContext routing) {
        String length = routing.request().getHeader("Content-Length");
        return length == null || !length.matches("\\d{1,18}") ? 0 : Long.parseLong(length);
    }

    private static Problem tooLarge(long most) {
        return new Problem(TOO_LARGE, "Too large",
                "What was sent is larger than %d MB; send %s.".formatted(most / 1024 / 1024,
                        most == PICTURE ? "less, or a smaller picture" : "less"));
    }

    private static final class Counted extends FilterInputStream {

        private final long most;
        private long read;

        Counted(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = super.read(bytes, from, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int more) {
            read += more;
            if (read > most) {
                throw tooLarge(most);
            }
        }
    }
}
