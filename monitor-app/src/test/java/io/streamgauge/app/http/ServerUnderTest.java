package io.streamgauge.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamgauge.app.metrics.Metrics;
import io.streamgauge.app.view.Accounting;
import io.streamgauge.app.view.LiveView;
import java.io.IOException;
import java.util.List;

/** A server on a free port with a view, metrics and a health that tests can set. */
final class ServerUnderTest implements AutoCloseable {
    final LiveView view = new LiveView(List.of("flight-delay"));
    final SetHealth health = new SetHealth();
    final Metrics metrics = new Metrics(List.of("flight-delay"));
    final HttpServer server;

    ServerUnderTest(HttpSettings settings) throws IOException {
        server = HttpServer.start(settings, exposed());
    }

    Exposed exposed() {
        Accounting accounting = () -> List.of(new Accounting.Row("flight-delay", "features", 0, 10, 7, 1, 1));
        return new Exposed(view, accounting, metrics, health);
    }

    RawHttp get(String path, String... headers) throws IOException {
        var all = new String[headers.length + 1];
        all[0] = "Host: localhost:" + server.port();
        System.arraycopy(headers, 0, all, 1, headers.length);
        return send("GET " + path, all);
    }

    RawHttp send(String methodAndPath, String... headers) throws IOException {
        return RawHttp.send(server.port(), methodAndPath + " HTTP/1.1", headers);
    }

    JsonNode json(String path) throws IOException {
        var answer = get(path);
        assertThat(answer.status()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    @Override
    public void close() {
        server.close();
        metrics.close();
    }

    static final class SetHealth implements Health {
        List<Problem> readiness = List.of();
        boolean fails;

        @Override
        public List<Problem> liveness() {
            if (fails) {
                throw new IllegalStateException("secret");
            }
            return List.of();
        }

        @Override
        public List<Problem> readiness() {
            return readiness;
        }
    }
}
