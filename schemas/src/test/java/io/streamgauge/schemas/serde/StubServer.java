package io.streamgauge.schemas.serde;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.apache.avro.Schema;

/** An HTTP server that gives the answers it was told, one after the other, the last of them for ever; and remembers what it was asked. */
final class StubServer implements AutoCloseable {
    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Reply> script;
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());

    /** What to do with a request. */
    interface Reply {
        void to(HttpExchange exchange, StubServer server) throws IOException;
    }

    record Request(String line, String authorization) {}

    private StubServer(HttpServer http, Reply... script) {
        this.http = http;
        this.script = Arrays.asList(script);
        http.setExecutor(threads);
        http.createContext("/", this::answer);
        http.start();
    }

    static StubServer plain(Reply... script) {
        try {
            return new StubServer(HttpServer.create(freeLoopback(), 0), script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static StubServer tls(SSLContext context, Reply... script) throws IOException {
        HttpsServer https = HttpsServer.create(freeLoopback(), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(context));
        return new StubServer(https, script);
    }

    private static InetSocketAddress freeLoopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    static Reply status(int status, String body) {
        return (exchange, server) -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    static Reply schema(Schema schema) {
        return status(200, "{\"schema\":\"" + schema.toString().replace("\"", "\\\"") + "\"}");
    }

    static Reply error(int status, int code) {
        return status(status, "{\"error_code\":" + code + ",\"message\":\"said the stub\"}");
    }

    /** Takes the request and says nothing. */
    static Reply silence() {
        return (exchange, server) -> server.untilClosed();
    }

    /** Sends the headers and the first byte, and no more. */
    static Reply brokenOffBody() {
        return (exchange, server) -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            server.untilClosed();
        };
    }

    URI url() {
        String scheme = http instanceof HttpsServer ? "https" : "http";
        return URI.create(scheme + "://localhost:" + http.getAddress().getPort());
    }

    List<String> requests() {
        return requests.stream().map(Request::line).toList();
    }

    List<String> authorizations() {
        return requests.stream().map(Request::authorization).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            requests.add(new Request(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI(), String.valueOf(authorization)));
            exchange.getRequestBody().readAllBytes();
            script.get(Math.min(requests.size(), script.size()) - 1).to(exchange, this);
        }
    }

    private void untilClosed() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        http.stop(0);
        threads.shutdownNow();
    }
}
