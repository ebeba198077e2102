package io.streamgauge.app.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The shapes of answers that are not the page: JSON, health and errors. */
final class Answers {
    private static final Logger log = LoggerFactory.getLogger(Answers.class);

    private Answers() {}

    private record Status(String status, List<Problem> problems) {}

    private record Failure(int status, String message) {}

    static void json(Context context, Object answer) {
        context.contentType("application/json").result(Json.bytes(answer));
    }

    /** 200 when there is no problem, else 503 with the reasons. */
    static void health(Context context, List<Problem> problems) {
        context.status(problems.isEmpty() ? 200 : 503);
        json(context, new Status(problems.isEmpty() ? "ok" : "failing", problems));
    }

    static void addFailuresTo(RoutesConfig routes) {
        routes.exception(HttpResponseException.class, (e, context) -> {
            e.getDetails().forEach(context::header);
            fail(context, e.getStatus(), Objects.requireNonNullElse(e.getMessage(), ""));
        });
        routes.exception(Exception.class, (e, context) -> {
            // The path of the route: that of the request is a stranger's text.
            var route = context.endpoints().lastHttpEndpoint();
            log.error("a request for {} failed", route == null ? "an unknown path" : route.path, e);
            fail(context, 500, "internal error");
        });
    }

    private static void fail(Context context, int status, String message) {
        context.status(status);
        json(context, new Failure(status, message));
    }
}
