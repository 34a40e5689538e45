package dev.blackstart.web.form;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import dev.blackstart.problem.Problem;

/**
 * Why a form was refused, told on the page it was sent from: the browser goes back there, and takes the reason along in a
 * cookie that the page reads once.
 */
public class Refusal {

    private static final String COOKIE = "blackstart-refused";
    private static final int SECONDS = 30;
    private static final int LONGEST = 1_000;

    /** Whether a browser sent a form and waits for a page. What scripts send gets its status. */
    public static boolean isForm(ContainerRequestContext request) {
        String accepts = request.getHeaderString("Accept");
        return request.getMethod().equals("POST") && accepts != null && accepts.contains(MediaType.TEXT_HTML)
                && request.getHeaderString("HX-Request") == null;
    }

    /** Back to the page, with the reason. */
    public static Response back(Problem problem, ContainerRequestContext request) {
        String reason = problem.getMessage();
        String kept = reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST) + "…";
        return Response.seeOther(FormAddress.cameFrom(request))
                .cookie(cookie(URLEncoder.encode(kept, StandardCharsets.UTF_8), SECONDS)).build();
    }

    /** Null where nothing was refused. */
    public static String reason(Map<String, Cookie> cookies) {
        Cookie cookie = cookies.get(COOKIE);
        return cookie == null || cookie.getValue().isEmpty() ? null
                : URLDecoder.decode(cookie.getValue(), StandardCharsets.UTF_8);
    }

    @ServerResponseFilter
    void read(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getCookies().containsKey(COOKIE) && response.getStatus() == Response.Status.OK.getStatusCode()
                && MediaType.TEXT_HTML_TYPE.isCompatible(response.getMediaType()) && request.getMethod().equals("GET")) {
            response.getHeaders().add("Set-Cookie", cookie("", 0));
        }
    }

    private static NewCookie cookie(String value, int seconds) {
        return new NewCookie.Builder(COOKIE).value(value).path("/").maxAge(seconds).httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT).build();
    }
}
