package io.streamgauge.app.http;

import static io.streamgauge.app.view.AlertFixture.alertOf;
import static io.streamgauge.app.view.ScoreFixture.score;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpServerTest {
    private ServerUnderTest server;

    @BeforeEach
    void start() throws IOException {
        server = new ServerUnderTest(HttpSettings.loopback(0));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void modelsAreListed() throws IOException {
        var models = server.json("/api/v1/models").get("models");

        assertThat(models).hasSize(1);
        assertThat(models.get(0).get("model").asText()).isEqualTo("flight-delay");
        assertThat(models.get(0).get("state").asText()).isEqualTo("WAITING");
        assertThat(models.get(0).get("version").isNull()).isTrue();
    }

    @Test
    void scoresComeWorstFirstWithVerdictAndRecentWindows() throws IOException {
        for (var hour = 0; hour < 5; hour++) {
            server.view.accept(score().hour(hour).row());
            server.view.accept(score().feature("origin").hour(hour).value(0.06).row());
        }

        var scores = server.json("/api/v1/scores?model=flight-delay&recent=3").get("scores");

        assertThat(scores).hasSize(2);
        assertThat(scores.get(0).at("/latest/feature").asText()).isEqualTo("origin");
        assertThat(scores.get(0).at("/latest/verdict").asText()).isEqualTo("MOVED");
        assertThat(scores.get(0).at("/latest/ratio").asDouble()).isEqualTo(3.0);
        assertThat(scores.get(0).at("/recent/windowEndMs")).hasSize(3);
        assertThat(server.json("/api/v1/scores?model=other").get("scores")).isEmpty();
        assertThat(server.json("/api/v1/scores?limit=1").get("scores")).hasSize(1);
    }

    @Test
    void seriesGivesAllItsPoints() throws IOException {
        for (var hour = 0; hour < 60; hour++) {
            server.view.accept(score().hour(hour).value(hour).row());
        }
        var path = "/api/v1/scores/series?model=flight-delay&source=features&feature=distance&slice=all"
                + "&check=drift&metric=js-divergence&windows=";

        var line = server.json(path + "1h");

        assertThat(line.at("/points/value")).hasSize(60);
        assertThat(line.at("/points/value/59").asInt()).isEqualTo(59);
        assertThat(line.at("/series/feature").asText()).isEqualTo("distance");
        assertThat(server.get(path + "1m").status()).isEqualTo(404);
        assertThat(server.get("/api/v1/scores/series?model=flight-delay").status())
                .isEqualTo(400);
    }

    @Test
    void alertsShowCurrentStateAndTransitions() throws IOException {
        server.view.accept(alertOf(score().row()).pending().row());
        server.view.accept(alertOf(score().hour(1).row()).row());

        var answer = server.json("/api/v1/alerts");

        assertThat(answer.get("alerts")).hasSize(1);
        assertThat(answer.at("/alerts/0/state").asText()).isEqualTo("FIRING");
        assertThat(answer.at("/alerts/0/evidence/0/topic").asText()).isEqualTo("flights.features");
        assertThat(answer.get("transitions")).hasSize(2);
        assertThat(server.json("/api/v1/alerts?state=PENDING").get("alerts")).isEmpty();
    }

    @Test
    void accountingShowsWhatIsStillOpen() throws IOException {
        var row = server.json("/api/v1/accounting").at("/rows/0");

        assertThat(row.get("read").asLong()).isEqualTo(10);
        assertThat(row.get("open").asLong()).isEqualTo(1);
    }

    @Test
    void numbersThatJsonHasNoWordForAreNull() throws IOException {
        server.view.accept(
                score().value(Double.NaN).detects(Double.POSITIVE_INFINITY).row());

        var series = server.json("/api/v1/scores").at("/scores/0");

        assertThat(series.at("/latest/value").isNull()).isTrue();
        assertThat(series.at("/latest/detectableEffect").isNull()).isTrue();
        assertThat(series.at("/recent/value/0").isNull()).isTrue();
    }

    @Test
    void pollingCostsNothingUntilARowComes() throws IOException {
        var tag = server.get("/api/v1/scores").header("etag");
        assertThat(server.get("/api/v1/scores", "If-None-Match: " + tag).status())
                .isEqualTo(304);

        server.view.accept(score().row());

        assertThat(server.get("/api/v1/scores", "If-None-Match: " + tag).status())
                .isEqualTo(200);
    }

    @Test
    void healthAndReadinessGiveTheirReasons() throws IOException {
        assertThat(server.get("/healthz").status()).isEqualTo(200);
        assertThat(server.get("/readyz").status()).isEqualTo(200);

        server.health.readiness = List.of(new Problem("RESTORING", "restoring 12 000 records"));

        assertThat(server.get("/healthz").status()).isEqualTo(200);
        assertThat(server.get("/readyz").status()).isEqualTo(503);
        assertThat(server.get("/readyz").body())
                .isEqualTo(
                        "{\"status\":\"failing\",\"problems\":[{\"code\":\"RESTORING\",\"detail\":\"restoring 12 000 records\"}]}");
    }

    @Test
    void metricsAreInPrometheusText() throws IOException {
        server.metrics.source("flight-delay", "features").profiled(1);

        var answer = server.get("/metrics");

        assertThat(answer.header("content-type")).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.body())
                .contains("streamgauge_events_read_total{model=\"flight-delay\",source=\"features\"} 1.0");
    }
}
