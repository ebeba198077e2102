package io.streamgauge.app.cli;

import io.streamgauge.alerts.lifecycle.Alert;
import io.streamgauge.alerts.subscriber.AlertSubscriber;
import io.streamgauge.app.config.MonitorConfig;
import io.streamgauge.app.service.AlertText;
import io.streamgauge.app.service.BrokerTopics;
import io.streamgauge.app.service.ConfiguredTopology;
import io.streamgauge.app.service.Connections;
import io.streamgauge.app.service.ExitCode;
import io.streamgauge.app.service.StartException;
import io.streamgauge.topology.settings.Topics;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
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
                        connections.kafka(),
                        existing(names, config, connections),
                        connections.records().deserializer())) {
            if (!options.fromBeginning() && !options.untilEnd()) {
                subscriber.skipToEnd();
            }
            do {
                subscriber.poll(POLL).stream()
                        .filter(alert -> isWanted(alert, options))
                        .forEach(alert -> out.println(
                                options.format() == OutputFormat.JSON ? AlertText.json(alert) : AlertText.line(alert)));
                out.flush();
            } while (!options.untilEnd() || !subscriber.caughtUp());
            return ExitCode.OK;
        } catch (KafkaException e) {
            throw new StartException(
                    "cannot read the alert topics at " + config.kafka().bootstrapServers() + ": " + e.getMessage(), e);
        }
    }

    private static List<String> existing(List<String> topics, MonitorConfig config, Connections connections) {
        Set<String> known = BrokerTopics.names(config, connections);
        List<String> existing = topics.stream().filter(known::contains).toList();
        if (existing.isEmpty()) {
            throw new StartException("alert topics " + topics + " do not exist at "
                    + config.kafka().bootstrapServers() + ": has the monitor run, and is alerts.topic-prefix right?");
        }
        return existing;
    }

    private static boolean isWanted(Alert alert, TailOptions options) {
        return (options.model() == null
                        || options.model().equals(alert.score().subject().model()))
                && (options.state() == null
                        || options.state().equals(alert.phase().name()));
    }
}
