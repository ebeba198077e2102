package io.streamgauge.app.http;

import static io.streamgauge.app.view.AlertFixture.alertOf;
import static io.streamgauge.app.view.ScoreFixture.score;

import io.streamgauge.app.metrics.Metrics;
import io.streamgauge.app.view.Accounting;
import io.streamgauge.app.view.Contributor;
import io.streamgauge.app.view.LiveView;
import io.streamgauge.app.view.OffsetRange;
import io.streamgauge.app.view.ScoreFixture;
import io.streamgauge.app.view.WindowRow;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/** Run it to look at the page with made-up but likely data, without Kafka: {@code PagePreview [port]}. */
final class PagePreview {
    private static final long START = Instant.parse("2013-02-01T00:00:00Z").toEpochMilli();
    private static final int WINDOWS = 262;
    private static final Contributor[] KILOMETRES = {
        new Contributor("[2475, +inf)", 0.0312, 0.1874),
        new Contributor("[1598, 1620)", 0.0156, 0.0893),
        new Contributor("[184, 187)", 0.0161, 0.0),
        new Contributor("[200, 209)", 0.0158, 0.0007),
        new Contributor("[760, 764)", 0.0157, 0.0012)
    };
    private static final Contributor[] LOWER_CASE = {
        new Contributor("unseen", 0.0, 0.9986),
        new Contributor("EWR", 0.3594, 0.0005),
        new Contributor("JFK", 0.3301, 0.0004),
        new Contributor("LGA", 0.3105, 0.0005)
    };

    private final LiveView view = new LiveView(List.of("flight-delay", "fare-quotes"));
    private final Random random = new Random(7);

    private PagePreview() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var port = args.length > 0 ? Integer.parseInt(args[0]) : 8080;
        var preview = new PagePreview();
        preview.fill();
        var server = HttpServer.start(HttpSettings.loopback(port), preview.exposed());
        System.out.println("http://localhost:" + server.port());
        new CountDownLatch(1).await();
    }

    private Exposed exposed() {
        Accounting accounting = () -> List.of(
                new Accounting.Row("flight-delay", "features", 0, 60_412, 60_341, 12, 59),
                new Accounting.Row("flight-delay", "features", 1, 59_987, 59_918, 9, 60),
                new Accounting.Row("flight-delay", "predictions", 0, 60_412, 60_352, 0, 60),
                new Accounting.Row("flight-delay", "labels", 0, 118_903, 118_783, 4, 116));
        return new Exposed(view, accounting, new Metrics(List.of("flight-delay")), new Healthy());
    }

    private void fill() {
        for (var hour = 0; hour < WINDOWS; hour++) {
            if (hour >= 230 && hour < 236) {
                continue; // six hours without events
            }
            var night = hour % 24 < 5;
            var base = night ? 0.019 : 0.008;
            add(feature("distance", hour, hour >= 258 ? 0.14 : base, night, KILOMETRES));
            add(feature("origin", hour, hour >= 245 && hour < 257 ? 0.61 : base * 0.6, night, LOWER_CASE));
            add(feature("carrier", hour, base * 1.1, night));
            add(feature("dest", hour, base * 1.3, night));
            add(feature("departure_hour", hour, hour == WINDOWS - 1 ? 0.031 : base, night));
            add(feature("air_time", hour, base * 0.8, night));
            add(feature("day_of_week", hour, base * 0.4, night));
            add(feature("wind_gust<img src=x onerror=alert(1)>", hour, base * 0.7, night));
            add(feature("prediction.score", hour, hour >= 258 ? 0.027 : base * 0.9, night)
                    .source("predictions"));
            add(feature("prediction.class", hour, base * 0.3, night).source("predictions"));
            add(feature("label", hour, base * 0.5, night).source("labels").detects(0.034));
            add(feature("tail_number", hour, base, true).slice("carrier=HA").tooFewEvents());
            for (var source : List.of("features", "predictions", "labels")) {
                var start = START + hour * ScoreFixture.HOUR;
                view.accept(new WindowRow("flight-delay", source, start, start + ScoreFixture.HOUR, "1h", 0, 1, 12));
            }
        }
        alerts();
    }

    private void alerts() {
        var last = WINDOWS - 1;
        var night = feature("dest", 100, 0.034, true).row();
        view.accept(alertOf(night)
                .open(2)
                .message("dest moved: JS divergence 0.034, threshold 0.03")
                .row());
        view.accept(alertOf(feature("dest", 103, 0.012, true).row())
                .resolved()
                .open(5)
                .message("dest is steady again")
                .row());
        var gap = feature(null, 236, 6, false).metric("age").row();
        view.accept(alertOf(gap)
                .resolved()
                .kind("staleness")
                .open(7)
                .message("events arrive again after 6 h")
                .row());
        view.accept(alertOf(feature("origin", 257, 0.006, false, LOWER_CASE).row())
                .resolved()
                .open(14)
                .message("origin is steady again")
                .row());
        view.accept(alertOf(feature("distance", last, 0.1439, false, KILOMETRES).row())
                .open(4)
                .incident("inc-2013-02-11-a")
                .message(
                        "distance moved: JS divergence 0.144, threshold 0.02; largest shift in bin [2475, +inf), 3.1% to 18.7%")
                .row());
        view.accept(alertOf(feature("prediction.score", last, 0.0272, false).row())
                .severity("warning")
                .open(3)
                .incident("inc-2013-02-11-a")
                .message("prediction.score moved: JS divergence 0.027, threshold 0.02")
                .row());
        view.accept(alertOf(feature("departure_hour", last, 0.031, false).row())
                .pending()
                .open(1)
                .message("departure_hour moved in 1 of 2 windows needed")
                .row());
    }

    private ScoreFixture feature(String name, int hour, double level, boolean night, Contributor... bins) {
        var n = night ? 40 + random.nextInt(30) : 560 + random.nextInt(160);
        var first = hour * 600L;
        return score().feature(name)
                .startingAt(START)
                .hour(hour)
                .value(level * (0.75 + 0.5 * random.nextDouble()))
                .threshold(night ? 0.031 : 0.02)
                .detects(night ? 0.042 : 0.0162)
                .events(n)
                .contributors(bins)
                .evidence(
                        new OffsetRange("flights.features", 0, first, first + n / 2),
                        new OffsetRange("flights.features", 1, first - 31, first + n / 2 - 20));
    }

    private void add(ScoreFixture score) {
        view.accept(score.row());
    }

    private static final class Healthy implements Health {
        @Override
        public List<Problem> liveness() {
            return List.of();
        }

        @Override
        public List<Problem> readiness() {
            return List.of();
        }
    }
}
