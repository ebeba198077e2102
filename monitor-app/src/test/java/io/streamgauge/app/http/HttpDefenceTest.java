package io.streamgauge.app.http;

import static io.streamgauge.app.view.AlertFixture.alertOf;
import static io.streamgauge.app.view.ScoreFixture.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDefenceTest {
    private static final String MARKUP = "<img src=x onerror=alert(1)>\u2028'&\"";

    private ServerUnderTest server;

    @BeforeEach
    void start() throws IOException {
        server = new ServerUnderTest(HttpSettings.loopback(0));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void pageIsServedUnderAPolicyThatAllowsNothingForeign() throws IOException {
        var answer = server.get("/");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).isEqualTo("text/html;charset=utf-8");
        assertThat(answer.header("content-security-policy"))
                .startsWith("default-src 'self';")
                .doesNotContain("unsafe");
        assertThat(answer.body()).contains("<title>Streamgauge</title>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/models",
                "/healthz",
                "/metrics",
                "/nothing",
                "/js/main.js",
                "/api/v1/scores?limit=x"
            })
    void everyAnswerCarriesTheSecurityHeadersAndDoesNotNameTheServer(String path) throws IOException {
        var answer = server.get(path);

        assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(answer.header("referrer-policy")).isEqualTo("no-referrer");
        assertThat(answer.header("content-security-policy")).contains("frame-ancestors 'none'");
        assertThat(answer.header("cross-origin-resource-policy")).isEqualTo("same-origin");
        assertThat(answer.header("cache-control")).isIn("no-store", "no-cache");
        assertThat(answer.header("server")).isNull();
        assertThat(answer.header("x-powered-by")).isNull();
        assertThat(answer.header("access-control-allow-origin")).isNull();
    }

    @Test
    void namesFromDataCannotBecomeMarkup() throws IOException {
        server.view.accept(score().feature(MARKUP).row());
        server.view.accept(
                alertOf(score().feature(MARKUP).row()).message(MARKUP).row());

        for (var path : List.of("/api/v1/scores", "/api/v1/alerts")) {
            var answer = server.get(path);
            assertThat(answer.body()).doesNotContain("<", ">", "'", "\u2028");
            assertThat(answer.header("content-type")).isEqualTo("application/json");
        }
        assertThat(server.json("/api/v1/scores").at("/scores/0/latest/feature").asText())
                .isEqualTo(MARKUP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../etc/passwd",
                "/js/../../../etc/passwd",
                "/..%2f..%2fetc%2fpasswd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/js/..%5c..%5cvendor.json",
                "/vendor.json%00.js",
                "//etc/passwd",
                "/js/",
                "/vendor/",
                "/web/index.html",
                "/vendor/vendor.json",
                "/js/main.js/",
                "/api/v1",
                "/API/V1/MODELS",
                "/WEB-INF/web.xml",
                "/../logback.xml"
            })
    void nothingButTheFilesOfThePageCanBeHad(String path) throws IOException {
        var answer = server.get(path);

        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.body())
                .doesNotContain("root:")
                .doesNotContain("at io.streamgauge")
                .doesNotContain("jetty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "[::2]",
                "0"
            })
    void strangersNamePointedAtThisAddressIsRefused(String host) throws IOException {
        assertThat(server.send("GET /api/v1/models", "Host: " + host).status()).isEqualTo(421);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:80", "127.0.0.1:9", "[::1]", "[::1]:8080"})
    void ownNamesAreAccepted(String host) throws IOException {
        assertThat(server.send("GET /api/v1/models", "Host: " + host).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"})
    void serverIsReadOnly(String method) throws IOException {
        var answer = server.send(method + " /api/v1/models", "Host: localhost", "Content-Length: 0");

        assertThat(answer.status()).isEqualTo(405);
    }

    @Test
    void oversizedRequestsAreRefused() throws IOException {
        assertThat(server.get("/?" + "x".repeat(5_000)).status()).isEqualTo(414);
        assertThat(server.get("/", "X-Long: " + "x".repeat(10_000)).status()).isEqualTo(431);
        assertThat(server.get("/", "Content-Length: 5").status()).isEqualTo(413);
        assertThat(server.get("/", "Transfer-Encoding: chunked").status()).isEqualTo(413);
    }

    @Test
    void failureInsideSaysNothingAboutTheInside() throws IOException {
        server.health.fails = true;

        var answer = server.get("/healthz");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("{\"status\":500,\"message\":\"internal error\"}");
    }

    @Test
    void addressThatOthersReachNeedsToBeAllowed() {
        var remote = new HttpSettings("0.0.0.0", 0, false, Set.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpServer.start(remote, server.exposed()))
                .withMessageContaining("0.0.0.0 can be reached from other machines");
    }

    @Test
    void allowedRemoteServerAnswersToItsNamesOnly() throws IOException {
        var settings = new HttpSettings("0.0.0.0", 0, true, Set.of("gauge.example"));
        try (var remote = new ServerUnderTest(settings)) {
            assertThat(remote.send("GET /healthz", "Host: gauge.example:8080").status())
                    .isEqualTo(200);
            assertThat(remote.send("GET /healthz", "Host: evil.example").status())
                    .isEqualTo(421);
        }
    }

    @Test
    void takenPortIsNamed() {
        var port = server.server.port();

        assertThatThrownBy(() -> HttpServer.start(HttpSettings.loopback(port), server.exposed()))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot listen on 127.0.0.1:" + port + ": is the port taken?");
    }

    @Test
    void closingEndsAllThreadsOfTheServer() throws IOException {
        server.get("/");

        server.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("streamgauge-http"));
        assertThatThrownBy(() -> server.get("/")).isInstanceOf(IOException.class);
    }
}
