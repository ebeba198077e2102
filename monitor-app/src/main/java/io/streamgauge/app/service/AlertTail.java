package io.streamgauge.app.service;

import io.streamgauge.alerts.lifecycle.Alert;
import io.streamgauge.alerts.record.AlertRecord;
import io.streamgauge.alerts.subscriber.AlertSubscriber;
import io.streamgauge.app.cli.ExitCode;
import io.streamgauge.app.cli.OutputFormat;
import io.streamgauge.app.cli.TailOptions;
import io.streamgauge.app.config.MonitorConfig;
import io.streamgauge.topology.Topics;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.KafkaException;

/** {@code streamgauge alerts tail}: committed alerts as they come. */
public final class AlertTail {
    private static final Duration POLL = Duration.ofMillis(500);

    private AlertTail() {}

    /** Returns the exit code; runs until it is stopped, or to the end of the topics. */
    public static int run(MonitorConfig config, TailOptions options, PrintWriter out) {
        Topics topics = ConfiguredTopology.topics(config);
        List<String> names = options.kind() == null ? topics.allAlerts() : List.of(topics.alerts(options.kind()));
        try (var connections = new Connections(config);
                var subscriber = new AlertSubscriber(
                        connections.kafka(), names, connections.records().deserializer())) {
            if (!options.fromBeginning() && !options.untilEnd()) {
                subscriber.skipToEnd();
            }
            do {
                subscriber.poll(POLL).stream()
                        .filter(alert -> isWanted(alert, options))
                        .forEach(alert -> out.println(line(alert, options.format())));
                out.flush();
            } while (!options.untilEnd() || !subscriber.caughtUp());
            return ExitCode.OK;
        } catch (KafkaException e) {
            throw new StartException("cannot read the alert topics at " + config.kafka().bootstrapServers() + ": "
                    + e.getMessage(), e);
        }
    }

    private static boolean isWanted(Alert alert, TailOptions options) {
        return (options.model() == null || options.model().equals(alert.score().subject().model()))
                && (options.state() == null || options.state().equals(alert.phase().name()));
    }

    /** One alert on one line: for people, or the whole record as JSON. */
    public static String line(Alert alert, OutputFormat format) {
        return format == OutputFormat.JSON
                ? AlertRecord.of(alert).toString()
                : String.format(
                        Locale.ROOT, "%-8s %-9s %s", alert.phase(), alert.kind(), alert.message());
    }
}
