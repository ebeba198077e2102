package io.streamgauge.app.service;

import io.streamgauge.app.config.HttpConfig;
import io.streamgauge.app.config.ModelConfig;
import io.streamgauge.app.config.MonitorConfig;
import io.streamgauge.app.http.Exposed;
import io.streamgauge.app.http.HttpServer;
import io.streamgauge.app.http.HttpSettings;
import io.streamgauge.app.metrics.Metrics;
import io.streamgauge.app.view.FeedSettings;
import io.streamgauge.app.view.LiveView;
import io.streamgauge.app.view.ViewFeed;
import io.streamgauge.topology.Topics;
import io.streamgauge.topology.TopologyMeter;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What stands around the topology and only looks on: metrics, the live view, the HTTP server. */
public final class Surroundings implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Surroundings.class);

    private final MonitorConfig config;
    private final Connections connections;
    private final Metrics metrics;
    private final LiveView view;
    private @Nullable ViewFeed feed;
    private @Nullable HttpServer http;

    private Surroundings(MonitorConfig config, Connections connections) {
        this.config = config;
        this.connections = connections;
        List<String> models = config.models().stream().map(ModelConfig::name).toList();
        this.metrics = new Metrics(models);
        this.view = new LiveView(models);
    }

    public static Surroundings of(MonitorConfig config, Connections connections) {
        return new Surroundings(config, connections);
    }

    public TopologyMeter meter() {
        return new MeteredTopology(metrics);
    }

    /**
     * Starts to look on and to answer.
     *
     * @param port in place of the configured one, null for that one
     * @throws StartException if the port is taken or not allowed
     */
    public void open(Monitor monitor, @Nullable Integer port) {
        metrics.bind(monitor.streams());
        Topics topics = monitor.settings().topics();
        ViewFeed started = ViewFeed.start(
                new FeedSettings(connections.kafka(), topics.scores(), topics.allAlerts()),
                connections.records().deserializer(),
                view);
        feed = started;
        metrics.watch(view, started);
        HttpConfig settings = config.application().http();
        try {
            HttpServer server = HttpServer.start(
                    new HttpSettings(
                            settings.host(),
                            port == null ? settings.port() : port,
                            settings.allowRemote(),
                            Set.copyOf(settings.allowedHosts())),
                    new Exposed(view, metrics, metrics, new ServiceHealth(monitor.streams())));
            http = server;
            LOG.info("http://{}:{}", settings.host(), server.port());
        } catch (IOException | IllegalArgumentException e) {
            throw new StartException(e.getMessage() + " (application.http)", e);
        }
    }

    /** The port that is listened on, -1 before {@link #open}. */
    public int port() {
        return http == null ? -1 : http.port();
    }

    @Override
    public void close() {
        if (http != null) {
            http.close();
        }
        if (feed != null) {
            feed.close();
        }
        metrics.close();
    }
}
