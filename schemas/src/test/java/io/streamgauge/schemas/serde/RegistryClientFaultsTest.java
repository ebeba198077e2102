package io.streamgauge.schemas.serde;

import static io.streamgauge.schemas.serde.StubServer.error;
import static io.streamgauge.schemas.serde.StubServer.schema;
import static io.streamgauge.schemas.serde.StubServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client makes of a registry that is down, slow, overloaded, behind a proxy, or none at all. */
@Timeout(30)
class RegistryClientFaultsTest {
    private static final RetrySettings QUICK = new RetrySettings(
            Duration.ofSeconds(1), Duration.ofMillis(300), 2, Duration.ofMillis(10), Duration.ofSeconds(10));

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private StubServer stub(StubServer.Reply... script) {
        StubServer server = StubServer.plain(script);
        open.add(server);
        return server;
    }

    private RegistryClient client(RetrySettings retry, URI... urls) {
        var client = new RegistryClient(RegistrySettings.of(urls).withRetry(retry));
        open.add(client);
        return client;
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 429})
    void aFaultThatMayPassIsTriedAgain(int fault) {
        StubServer server = stub(error(fault, 50003), status(fault, ""), schema(Fixtures.TRIP));

        assertThat(client(QUICK, server.url()).byId(7)).isEqualTo(Fixtures.TRIP);
        assertThat(server.requests()).hasSize(3).containsOnly("GET /schemas/ids/7");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 400, 302, 404})
    void otherFaultsAreNotTriedAgainAndAreNotTheRecordsFault(int status) {
        StubServer server = stub(status(status, "<html>a proxy's page</html>"));

        assertThatThrownBy(() -> client(QUICK, server.url()).byId(7))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining(Integer.toString(status));
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {40401, 40402, 40403})
    void theRegistrysOwnNotFoundIsUnknown(int code) {
        StubServer server = stub(error(404, code));

        assertThatThrownBy(() -> client(QUICK, server.url()).byId(7))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("said the stub");
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 422})
    void aRefusedSchemaIsNotTriedAgain(int status) {
        StubServer server = stub(error(status, 42201));

        assertThatThrownBy(() -> client(QUICK, server.url()).register("s", Fixtures.TRIP))
                .isInstanceOf(RefusedSchemaException.class);
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>login</html>", "[]", "{}", "{\"schema\":7}", "null"})
    void anAnswerThatNoRegistryGivesIsNoAnswer(String body) {
        StubServer server = stub(status(200, body));

        assertThatThrownBy(() -> client(QUICK, server.url()).byId(7)).isInstanceOf(RegistryUnavailableException.class);
    }

    @Test
    void aSchemaThatCannotBeUsedIsUnknown() {
        String protobuf = "{\"schemaType\":\"PROTOBUF\",\"schema\":\"message A {}\"}";
        String large = "{\"schema\":\"" + "x".repeat(SchemaLimits.MAX_BYTES + 1) + "\"}";
        String referring =
                "{\"schema\":\"\\\"int\\\"\",\"references\":[{\"name\":\"a\",\"subject\":\"b\",\"version\":1}]}";
        StubServer server = stub(status(200, protobuf), status(200, large), status(200, referring));
        RegistryClient client = client(QUICK, server.url());

        assertThatThrownBy(() -> client.byId(1))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("PROTOBUF");
        assertThatThrownBy(() -> client.byId(2))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("larger");
        assertThatThrownBy(() -> client.byId(3))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("refers");
    }

    @Test
    void anEndlessAnswerIsBrokenOff() {
        StubServer server = stub(status(200, "x".repeat(BoundedBody.MAX_BYTES + 1)));

        assertThatThrownBy(() -> client(QUICK, server.url()).byId(7))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("larger");
    }

    @Test
    void anotherUrlIsAskedWhenTheFirstFailsAndKeptWhileItAnswers() throws IOException {
        StubServer ill = stub(error(503, 50003));
        StubServer well = stub(schema(Fixtures.TRIP));
        RegistryClient client = client(QUICK, nobody(), ill.url(), well.url());

        client.byId(1);
        client.byId(2);

        assertThat(ill.requests()).hasSize(1);
        assertThat(well.requests()).containsExactly("GET /schemas/ids/1", "GET /schemas/ids/2");
    }

    @Test
    void silenceIsTriedAgain() {
        StubServer server = stub(StubServer.silence(), StubServer.brokenOffBody(), schema(Fixtures.TRIP));

        assertThat(client(QUICK, server.url()).byId(7)).isEqualTo(Fixtures.TRIP);
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void nobodyThereIsToldWithinTheTotalTimeAndNamesTheUrl() throws IOException {
        var impatient = new RetrySettings(
                Duration.ofSeconds(1), Duration.ofSeconds(1), 100, Duration.ofMillis(20), Duration.ofMillis(500));
        URI url = nobody();
        long start = System.nanoTime();

        assertThatThrownBy(() -> client(impatient, url).byId(7))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("GET /schemas/ids/7")
                .hasMessageContaining(url.toString());

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void silenceIsToldWithinTheTotalTime() {
        var impatient = new RetrySettings(
                Duration.ofSeconds(1), Duration.ofSeconds(20), 3, Duration.ofMillis(20), Duration.ofMillis(500));
        StubServer server = stub(StubServer.silence());
        long start = System.nanoTime();

        assertThatThrownBy(() -> client(impatient, server.url()).byId(7))
                .isInstanceOf(RegistryUnavailableException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void anInterruptEndsTheWaitAndStaysSet() {
        StubServer server = stub(StubServer.silence());
        RegistryClient client = client(RetrySettings.defaults(), server.url());

        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> client.byId(7)).isInstanceOf(RegistryUnavailableException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    /** A URL where nobody listens. */
    private static URI nobody() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://localhost:" + socket.getLocalPort());
        }
    }
}
