package io.streamgauge.app.service;

import io.streamgauge.app.config.ConfigFile;
import io.streamgauge.app.config.ModelConfig;
import io.streamgauge.app.config.MonitorConfig;
import io.streamgauge.app.config.NotYet;
import io.streamgauge.app.dev.DevCluster;
import io.streamgauge.topology.settings.BoundedInput;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code streamgauge run}: starts the monitor and what stands around it, waits, drains, stops. */
public final class MonitorService {
    private static final Logger LOG = LoggerFactory.getLogger(MonitorService.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private MonitorService() {}

    /** Runs until it is done, told to stop, or fails. Returns the exit code. */
    public static int run(ConfigFile file, RunOptions options) {
        MonitorConfig config = file.config();
        NotYet.notes(config).forEach(note -> LOG.warn("{}", note));
        if (!options.dev()) {
            return monitor(file, options);
        }
        try (var cluster = DevCluster.start(config.application().stateDir().resolve("dev-broker"))) {
            MonitorConfig local = cluster.reachedBy(config);
            DevTopics.ensure(local);
            LOG.info("development broker at {}, registry at {}", cluster.bootstrapServers(), cluster.registryUrl());
            return monitor(new ConfigFile(local, file.places()), options);
        } catch (IOException e) {
            throw new StartException("the development broker does not start: " + e.getMessage(), e);
        }
    }

    private static int monitor(ConfigFile file, RunOptions options) {
        MonitorConfig config = file.config();
        try (var stop = StopSignal.install();
                var connections = new Connections(config);
                var surroundings = Surroundings.of(config, connections);
                var monitor = start(file, connections, options, surroundings)) {
            surroundings.open(monitor, options.httpPort());
            LOG.info(
                    "monitoring {} with application id {}",
                    config.models().stream().map(ModelConfig::name).toList(),
                    config.application().id());
            int code = options.untilEnd() ? untilEnd(monitor, stop) : untilStopped(monitor, stop);
            stop.exitWith(code);
            return code;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILURE;
        }
    }

    private static Monitor start(
            ConfigFile file, Connections connections, RunOptions options, Surroundings surroundings) {
        Preparation preparation = Preparation.of(file, connections);
        BoundedInput bounded = options.untilEnd() ? preparation.endsNow() : null;
        return Monitor.start(file.config(), connections, preparation.settings(bounded), surroundings.meter());
    }

    private static int untilStopped(Monitor monitor, StopSignal stop) throws InterruptedException {
        while (!stop.requested()) {
            if (monitor.awaitStop(LOOK_EVERY)) {
                return failed(monitor);
            }
        }
        LOG.info("stopping: finishing what was read");
        return ExitCode.OK;
    }

    private static int untilEnd(Monitor monitor, StopSignal stop) throws InterruptedException {
        try (MarkWatch marks = monitor.watchMarks()) {
            while (!stop.requested()) {
                marks.poll(LOOK_EVERY);
                if (monitor.isDone(marks)) {
                    LOG.info("everything that was in the topics has been judged");
                    return ExitCode.OK;
                }
                if (monitor.awaitStop(Duration.ZERO)) {
                    return failed(monitor);
                }
            }
        }
        return ExitCode.OK;
    }

    private static int failed(Monitor monitor) {
        Throwable failure = monitor.failure();
        throw new IllegalStateException(
                failure == null
                        ? "the topology stopped: another process may have taken its place"
                        : "the topology gave up: " + failure.getMessage(),
                failure);
    }
}
