package io.streamgauge.schemas.serde;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The part of Confluent's REST API that the official Java and JavaScript clients call, on loopback, over an
 * {@link InMemoryRegistry}: register, look up, read, list, configure and check. Not here: deleting, references between schemas,
 * types other than Avro. For development only: no authentication, nothing is kept.
 *
 * <p>It stands beside the client, rather than in the program that serves it, so that the tests of serde and client talk to the
 * very registry that development uses. It costs no dependency: the JDK brings the HTTP server.
 */
public final class RegistryServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryServer.class);
    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    // A schema at its limit, escaped into a JSON string.
    private static final int MAX_BODY = 2 * SchemaLimits.MAX_BYTES + 1024;
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer http;
    private final ExecutorService threads;
    private final RegistryRoutes routes;

    private RegistryServer(HttpServer http, RegistryRoutes routes) {
        this.http = http;
        this.routes = routes;
        this.threads = Executors.newFixedThreadPool(4, task -> {
            var thread = new Thread(task, "development-registry");
            thread.setDaemon(true);
            return thread;
        });
        http.setExecutor(threads);
        http.createContext("/", this::answer);
        http.start();
    }

    /**
     * Serves the registry.
     *
     * @param port 0 takes any free port
     * @throws IOException if the port is taken
     */
    public static RegistryServer start(InMemoryRegistry registry, int port) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return new RegistryServer(HttpServer.create(address, 0), new RegistryRoutes(registry));
    }

    /** Where clients find it; ends without a slash. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answerTo(exchange);
            byte[] body = JSON.writeValueAsBytes(answer.body());
            exchange.getResponseHeaders().set("Content-Type", CONTENT_TYPE);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answerTo(HttpExchange exchange) throws IOException {
        try {
            String path = exchange.getRequestURI().getRawPath();
            return routes.answer(exchange.getRequestMethod(), path, body(exchange));
        } catch (JsonProcessingException e) {
            return Answer.error(400, 400, "the body is not JSON: " + e.getOriginalMessage());
        } catch (RuntimeException e) {
            // Without this the client would see a closed connection, and nobody the reason.
            LOG.warn("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
            return Answer.error(500, 50001, "internal error: " + e);
        }
    }

    private static JsonNode body(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        if (bytes.length > MAX_BODY) {
            throw new IOException("request body larger than " + MAX_BODY + " bytes");
        }
        return JSON.readTree(bytes);
    }
}
