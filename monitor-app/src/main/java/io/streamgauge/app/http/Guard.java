package io.streamgauge.app.http;

import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Stands before every request: refuses what no honest caller of a read-only page sends, and puts the security headers on
 * whatever is answered: those of data, of which the page loosens what it needs.
 */
final class Guard {
    private static final Set<HandlerType> READS = Set.of(HandlerType.GET, HandlerType.HEAD);
    private static final int MAX_URL = 4_096;
    private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

    private final Set<String> acceptedHosts;

    /** @param acceptedHosts empty for any */
    Guard(Set<String> acceptedHosts) {
        this.acceptedHosts = acceptedHosts;
    }

    void check(Context context) {
        addHeaders(context);
        // A page of a stranger whose name has been pointed at this address sends that name.
        if (!acceptedHosts.isEmpty() && !acceptedHosts.contains(hostName(context))) {
            throw new HttpResponseException(HttpStatus.MISDIRECTED_REQUEST.getCode(), "not a name of this server");
        }
        if (!READS.contains(context.method())) {
            throw new MethodNotAllowedResponse("this server is read-only", Map.of());
        }
        var query = context.queryString();
        if (context.path().length() + (query == null ? 0 : query.length()) > MAX_URL) {
            throw new HttpResponseException(
                    HttpStatus.URI_TOO_LONG.getCode(), "URL longer than " + MAX_URL + " characters");
        }
        if (context.req().getContentLengthLong() > 0 || context.header("Transfer-Encoding") != null) {
            throw new ContentTooLargeResponse("no request to this server has a body");
        }
    }

    private static void addHeaders(Context context) {
        context.header("Content-Security-Policy", DATA_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cache-Control", "no-store");
    }

    private static String hostName(Context context) {
        var host = context.header("Host");
        if (host == null) {
            return "";
        }
        var portAt = host.lastIndexOf(':');
        // The last colon of [::1] is part of the address.
        var name = portAt > host.lastIndexOf(']') ? host.substring(0, portAt) : host;
        return name.toLowerCase(Locale.ROOT);
    }
}
