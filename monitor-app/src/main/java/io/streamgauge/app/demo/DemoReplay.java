package io.streamgauge.app.demo;

import io.streamgauge.alerts.lifecycle.Alert;
import io.streamgauge.alerts.lifecycle.Phase;
import io.streamgauge.alerts.subscriber.AlertSubscriber;
import io.streamgauge.app.config.ConfigFile;
import io.streamgauge.app.config.MonitorConfig;
import io.streamgauge.app.service.AlertText;
import io.streamgauge.app.service.ConfiguredTopology;
import io.streamgauge.app.service.Connections;
import io.streamgauge.app.service.ExitCode;
import io.streamgauge.app.service.MarkWatch;
import io.streamgauge.app.service.Monitor;
import io.streamgauge.app.service.Preparation;
import io.streamgauge.app.service.Surroundings;
import io.streamgauge.topology.settings.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Replays the flights past the monitor and tells what it says. */
final class DemoReplay {
    private static final Duration POLL = Duration.ofMillis(100);

    private final ConfigFile file;
    private final MonitorConfig config;
    private final Connections connections;
    private final DemoLoader loader;
    private final DemoOptions options;
    private final PrintWriter out;
    private final PrintWriter err;
    private final List<Alert> alerts = new ArrayList<>();
    private volatile boolean over;

    DemoReplay(
            ConfigFile file,
            Connections connections,
            DemoLoader loader,
            DemoOptions options,
            PrintWriter out,
            PrintWriter err) {
        this.file = file;
        this.config = file.config();
        this.connections = connections;
        this.loader = loader;
        this.options = options;
        this.out = out;
        this.err = err;
    }

    int run() throws IOException, InterruptedException {
        boolean atOnce = options.speed() == null;
        err.println(atOnce ? "Writing five months of flights to Kafka ..." : "Counting the flights ...");
        DemoLoader.Loaded loaded = atOnce ? loader.load(null, () -> over) : loader.count();
        Preparation preparation = Preparation.of(file, connections);
        ExecutorService airline = Executors.newSingleThreadExecutor();
        try (var surroundings = Surroundings.of(config, connections);
                var monitor =
                        Monitor.start(config, connections, preparation.settings(loaded.ends()), surroundings.meter())) {
            if (!options.headless()) {
                surroundings.open(monitor, null);
                err.println("Open http://localhost:" + surroundings.port());
            }
            if (!atOnce) {
                airline.execute(() -> loader.load(options.speed(), () -> over));
            }
            int code = watch(monitor, loaded);
            if (!options.untilEnd()) {
                err.println("The replay is over; the page stays until Ctrl-C.");
                new CountDownLatch(1).await();
            }
            return code;
        } finally {
            over = true;
            airline.shutdownNow();
        }
    }

    private int watch(Monitor monitor, DemoLoader.Loaded loaded) throws IOException, InterruptedException {
        Topics topics = ConfiguredTopology.topics(config);
        try (MarkWatch marks = monitor.watchMarks();
                var subscriber = new AlertSubscriber(
                        connections.kafka(),
                        topics.allAlerts(),
                        connections.records().deserializer())) {
            var progress = new DemoProgress(err, DemoTraffic.REPLAY_START, DemoTraffic.REPLAY_END);
            while (!monitor.isDone(marks)) {
                marks.poll(POLL);
                tell(subscriber, progress);
                progress.show(marks.marks().values());
                if (monitor.awaitStop(Duration.ZERO)) {
                    throw new IllegalStateException("the topology gave up", monitor.failure());
                }
            }
            while (!subscriber.caughtUp()) {
                tell(subscriber, progress);
            }
            progress.finish();
            return report(marks, loaded);
        }
    }

    private void tell(AlertSubscriber subscriber, DemoProgress progress) {
        for (Alert alert : subscriber.poll(POLL)) {
            alerts.add(alert);
            if (alert.phase() == Phase.FIRING) {
                progress.clear();
                out.println(AlertText.line(alert));
                out.flush();
            }
        }
    }

    private int report(MarkWatch marks, DemoLoader.Loaded loaded) throws IOException {
        var seen = alerts.stream().map(DemoReplay::seen).toList();
        IncidentReport report = IncidentReport.of(Incidents.all(), seen);
        out.println();
        out.println(IncidentReportText.table(report));
        var accounts = new DemoAccounts(marks.accounting(), loaded);
        out.print(accounts.table());
        out.flush();
        if (options.alerts() != null) {
            Files.write(
                    options.alerts(),
                    alerts.stream().map(AlertText::json).sorted().toList());
        }
        if (!accounts.balance()) {
            err.println("streamgauge demo: records are unaccounted for");
            return ExitCode.FAILURE;
        }
        return report.allFound() ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private static AlertSeen seen(Alert alert) {
        var score = alert.score();
        return new AlertSeen(
                alert.id(),
                alert.phase().name(),
                alert.kind(),
                score.check(),
                score.feature(),
                score.subject().model(),
                score.subject().source().word(),
                Instant.ofEpochMilli(score.window().startMs()),
                Instant.ofEpochMilli(score.window().endMs()),
                alert.message());
    }
}
