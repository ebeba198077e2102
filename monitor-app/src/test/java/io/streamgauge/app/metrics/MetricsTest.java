package io.streamgauge.app.metrics;

import static io.streamgauge.app.view.AlertFixture.alertOf;
import static io.streamgauge.app.view.ScoreFixture.score;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.app.view.Accounting;
import io.streamgauge.app.view.FeedSettings;
import io.streamgauge.app.view.LiveView;
import io.streamgauge.app.view.ViewFeed;
import io.streamgauge.schemas.decode.RejectReason;
import io.streamgauge.statistics.inference.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final Metrics metrics = new Metrics(List.of("fraud"), Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void close() {
        metrics.close();
    }

    @Test
    void eventsAreCountedByModelSourceAndReason() {
        var features = metrics.source("fraud", "features");
        features.profiled(2);
        features.late();
        features.rejected(RejectReason.TS_FUTURE);
        features.windowClosed();

        assertThat(scraped())
                .contains(
                        "streamgauge_events_read_total{model=\"fraud\",source=\"features\"} 4.0",
                        "streamgauge_events_profiled_total{model=\"fraud\",source=\"features\"} 2.0",
                        "streamgauge_events_late_total{model=\"fraud\",source=\"features\"} 1.0",
                        "streamgauge_events_rejected_total{model=\"fraud\",reason=\"TS_FUTURE\",source=\"features\"} 1.0",
                        "streamgauge_windows_closed_total{model=\"fraud\",source=\"features\"} 1.0");
        assertThat(metrics.rows()).containsExactly(new Accounting.Row("fraud", "features", -1, 4, 2, 1, 1));
    }

    @Test
    void scoresAndAlertsAreCounted() {
        metrics.score("fraud", "drift", Verdict.MOVED);
        metrics.alert("fraud", "drift", "FIRING");
        metrics.alert("fraud", "drift", "FIRING");

        assertThat(scraped())
                .contains(
                        "streamgauge_scores_total{check=\"drift\",model=\"fraud\",verdict=\"MOVED\"} 1.0",
                        "streamgauge_alerts_total{kind=\"drift\",model=\"fraud\",state=\"FIRING\"} 2.0");
    }

    @Test
    void dataCannotAddTimeSeries() {
        for (var i = 0; i < 1_000; i++) {
            metrics.source("model" + i, "source" + i).profiled(1);
            metrics.score("model" + i, "check" + i, Verdict.STEADY);
            metrics.alert("model" + i, "kind" + i, "state" + i);
        }

        assertThat(scraped().filter(line -> line.startsWith("streamgauge_events_read_total")))
                .containsExactly("streamgauge_events_read_total{model=\"other\",source=\"other\"} 1000.0");
        assertThat(scraped().filter(line -> line.startsWith("streamgauge_"))).hasSizeLessThan(20);
    }

    @Test
    void watermarkLagIsThatOfTheSlowestPartition() {
        var labels = metrics.source("fraud", "labels");
        assertThat(lag()).isEqualTo("NaN");

        labels.watermark(0, NOW.minusSeconds(60).toEpochMilli());
        labels.watermark(1, NOW.minusSeconds(300).toEpochMilli());
        assertThat(lag()).isEqualTo("300.0");

        labels.forget(1);
        assertThat(lag()).isEqualTo("60.0");
    }

    @Test
    void firingAlertsAndLossesOfTheViewAreShown() {
        var view = new LiveView(List.of("fraud"));
        var settings = new FeedSettings(Map.of("bootstrap.servers", "127.0.0.1:1"), "scores", List.of());
        try (var feed = ViewFeed.start(settings, (topic, data) -> null, view)) {
            metrics.watch(view, feed);
            view.accept(alertOf(score().model("fraud").row()).row());

            assertThat(scraped())
                    .contains(
                            "streamgauge_alerts_firing{kind=\"drift\",model=\"fraud\"} 1.0",
                            "streamgauge_alerts_firing{kind=\"skew\",model=\"fraud\"} 0.0",
                            "streamgauge_view_dropped_total{entry=\"series\"} 0.0",
                            "streamgauge_view_unreadable_total 0.0");
        }
    }

    @Test
    void metricsOfKafkaStreamsComeAndGoWithTheInstance() {
        try (var streams = streams()) {
            metrics.bind(streams);
            assertThat(namesOfKafka())
                    .contains(
                            "kafka_stream_client_state",
                            "kafka_stream_alive_stream_threads",
                            "kafka_stream_failed_stream_threads_total",
                            "kafka_consumer_fetch_manager_records_lag_max")
                    .noneMatch(name -> name.contains("authentication"));

            metrics.unbind();
            assertThat(namesOfKafka()).isEmpty();
        }
    }

    @Test
    void processIsWatchedToo() {
        assertThat(scraped()).anyMatch(line -> line.startsWith("jvm_memory_used_bytes"));
    }

    private String lag() {
        return scraped()
                .filter(line -> line.startsWith("streamgauge_watermark_lag_seconds"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElseThrow();
    }

    private List<String> namesOfKafka() {
        return scraped()
                .filter(line -> line.startsWith("kafka_"))
                .map(line -> line.substring(0, line.indexOf('{')))
                .toList();
    }

    private Stream<String> scraped() {
        return metrics.scrape().lines();
    }

    private static KafkaStreams streams() {
        var builder = new StreamsBuilder();
        builder.stream("input");
        var properties = new Properties();
        properties.put("application.id", "metrics-test");
        properties.put("bootstrap.servers", "127.0.0.1:1");
        return new KafkaStreams(builder.build(), properties);
    }
}
