package io.streamgauge.app.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.streamgauge.app.view.Accounting;
import io.streamgauge.app.view.AlertFilter;
import io.streamgauge.app.view.AlertRow;
import io.streamgauge.app.view.Dropped;
import io.streamgauge.app.view.LiveView;
import io.streamgauge.app.view.ModelSummary;
import io.streamgauge.app.view.Points;
import io.streamgauge.app.view.ScoreFilter;
import io.streamgauge.app.view.ScoredSeries;
import io.streamgauge.app.view.SeriesKey;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * {@code /api/v1}: the live view as JSON. Times are milliseconds since the epoch, absent numbers null. Answers carry an entity
 * tag that changes with the view, so that polling costs next to nothing while nothing happens.
 */
final class Api {
    private static final int MAX_ROWS = 1_000;
    private static final int MAX_RECENT = 500;

    private final LiveView view;
    private final Accounting accounting;
    /** The view's revisions start again with each process. */
    private final String process = UUID.randomUUID().toString().substring(0, 8);

    Api(LiveView view, Accounting accounting) {
        this.view = view;
        this.accounting = accounting;
    }

    private record Models(List<ModelSummary> models) {}

    private record Scores(List<ScoredSeries> scores) {}

    private record Line(SeriesKey series, Points points) {}

    private record Alerts(List<AlertRow> alerts, List<AlertRow> transitions) {}

    private record Account(List<Accounting.Row> rows, Dropped dropped) {}

    void addTo(RoutesConfig routes) {
        routes.get("/api/v1/models", context -> send(context, () -> new Models(view.models())));
        routes.get("/api/v1/scores", this::scores);
        routes.get("/api/v1/scores/series", this::series);
        routes.get("/api/v1/alerts", this::alerts);
        routes.get(
                "/api/v1/accounting", context -> Answers.json(context, new Account(accounting.rows(), view.dropped())));
    }

    private void scores(Context context) {
        var filter =
                new ScoreFilter(context.queryParam("model"), context.queryParam("source"), context.queryParam("check"));
        var limit = number(context, "limit", 500, MAX_ROWS);
        var recent = number(context, "recent", 48, MAX_RECENT);
        send(context, () -> new Scores(view.scores(filter, limit, recent)));
    }

    private void series(Context context) {
        var key = new SeriesKey(
                required(context, "model"),
                required(context, "source"),
                context.queryParam("feature"),
                required(context, "slice"),
                required(context, "check"),
                required(context, "metric"),
                required(context, "windows"));
        var points = view.series(key).orElseThrow(() -> new NotFoundResponse("no such series"));
        send(context, () -> new Line(key, points));
    }

    private void alerts(Context context) {
        var filter =
                new AlertFilter(context.queryParam("model"), context.queryParam("state"), context.queryParam("kind"));
        var limit = number(context, "limit", 100, MAX_ROWS);
        send(context, () -> new Alerts(view.alerts(filter, limit), view.transitions(filter, limit)));
    }

    private void send(Context context, Supplier<Object> answer) {
        // Taken before the answer: if a row comes in between, the tag is too old and the next poll gets it again.
        var tag = "W/\"" + process + "-" + view.revision() + "\"";
        context.header("ETag", tag);
        if (tag.equals(context.header("If-None-Match"))) {
            context.status(304);
            return;
        }
        Answers.json(context, answer.get());
    }

    private static int number(Context context, String name, int standard, int most) {
        var text = context.queryParam(name);
        return text == null ? standard : (int) parse(name, text, most);
    }

    private static long parse(String name, String text, long most) {
        try {
            var value = Long.parseLong(text);
            if (value >= 1 && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Answered below, as for a number out of range.
        }
        throw new BadRequestResponse(name + " must be a whole number from 1 to " + most);
    }

    private static String required(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name))
                .orElseThrow(() -> new BadRequestResponse("parameter " + name + " is missing"));
    }
}
