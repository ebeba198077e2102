package io.streamgauge.app.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import io.streamgauge.app.logging.QuietLoggers;
import java.io.IOException;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Serves the page, the API, {@code /healthz}, {@code /readyz} and {@code /metrics}, all read-only and within limits: 4 KiB of
 * URL, 8 KiB of headers, no bodies, 128 connections, 15 seconds of silence.
 */
public final class HttpServer implements AutoCloseable {
    private static final int MAX_HEADER_BYTES = 8 * 1_024;
    private static final int MAX_CONNECTIONS = 128;
    private static final int MAX_THREADS = 16;
    private static final long IDLE_MS = 15_000;
    private static final long STOP_MS = 2_000;

    private final Javalin javalin;
    private final int port;

    private HttpServer(Javalin javalin) {
        this.javalin = javalin;
        this.port = javalin.port();
    }

    /**
     * Starts listening.
     *
     * @throws IllegalArgumentException when the settings do not allow the address
     * @throws IOException when the port is taken
     */
    public static HttpServer start(HttpSettings settings, Exposed exposed) throws IOException {
        var guard = new Guard(settings.acceptedHosts());
        var javalin = Javalin.create(config -> {
            configureServer(config, settings);
            config.routes.before(guard::check);
            addRoutes(config, exposed);
        });
        try {
            start(javalin);
        } catch (JavalinBindException e) {
            javalin.stop();
            throw new IOException(
                    "cannot listen on " + settings.host() + ":" + settings.port() + ": is the port taken?", e);
        }
        return new HttpServer(javalin);
    }

    /** Javalin would log that it did not start, before our caller says so with the reason. */
    private static void start(Javalin javalin) {
        QuietLoggers quiet = QuietLoggers.silent("io.javalin");
        try {
            javalin.start();
        } finally {
            quiet.close();
        }
    }

    /** The port that is listened on, also after closing. */
    public int port() {
        return port;
    }

    /** Stops listening, lets requests in progress end, and ends all threads of the server. */
    @Override
    public void close() {
        javalin.stop();
    }

    private static void addRoutes(JavalinConfig config, Exposed exposed) {
        var routes = config.routes;
        PageFiles.addTo(routes);
        new Api(exposed.view(), exposed.accounting()).addTo(routes);
        routes.get(
                "/healthz", context -> Answers.health(context, exposed.health().liveness()));
        routes.get(
                "/readyz", context -> Answers.health(context, exposed.health().readiness()));
        routes.get(
                "/metrics",
                context -> context.contentType("text/plain; version=0.0.4; charset=utf-8")
                        .result(exposed.metrics().scrape()));
        Answers.addFailuresTo(routes);
    }

    private static void configureServer(JavalinConfig config, HttpSettings settings) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = 1;
        config.router.ignoreTrailingSlashes = false;
        var threads = new QueuedThreadPool(MAX_THREADS, 2);
        threads.setName("streamgauge-http");
        // The process ends when the service ends, not when the page does.
        threads.setDaemon(true);
        config.jetty.threadPool = threads;
        config.jetty.addConnector((server, unused) -> connector(server, settings));
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(STOP_MS);
            server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, server));
            var errors = new ErrorHandler();
            errors.setShowStacks(false);
            errors.setShowOrigin(false);
            server.setErrorHandler(errors);
        });
    }

    private static Connector connector(Server server, HttpSettings settings) {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE_MS);
        return connector;
    }
}
