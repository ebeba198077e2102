package io.streamgauge.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegistryClientTest extends SchemaRegistryContract {
    private final StubServer stub = StubServer.plain(StubServer.schema(Fixtures.TRIP));
    private final RegistryServer server = start();
    private final RegistryClient client = new RegistryClient(RegistrySettings.of(server.url()));

    private static RegistryServer start() {
        try {
            return RegistryServer.start(new InMemoryRegistry(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
        stub.close();
    }

    @Override
    SchemaRegistry registry() {
        return client;
    }

    @Test
    void whatWasFoundIsNotAskedForAgain() {
        try (var counting = StubServer.plain(StubServer.status(200, "{\"id\":3}"), StubServer.schema(Fixtures.TRIP));
                var asking = new RegistryClient(RegistrySettings.of(counting.url()))) {
            for (int i = 0; i < 5; i++) {
                assertThat(asking.register("s", Fixtures.TRIP)).isEqualTo(3);
                assertThat(asking.idOf("s", Fixtures.TRIP)).isEqualTo(3);
                assertThat(asking.byId(3)).isEqualTo(Fixtures.TRIP);
            }
            assertThat(counting.requests()).containsExactly("POST /subjects/s/versions", "GET /schemas/ids/3");
        }
    }

    @Test
    void anUnknownIdIsAskedForAgainOnlyAfterAWhile() {
        var clock = new AtomicLong();
        try (var counting = StubServer.plain(StubServer.error(404, 40403), StubServer.schema(Fixtures.TRIP));
                var asking = new RegistryClient(
                        RegistrySettings.of(counting.url()).withUnknownFor(Duration.ofSeconds(30)), clock::get)) {
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> asking.byId(3)).isInstanceOf(UnknownSchemaException.class);
            }
            assertThat(counting.requests()).hasSize(1);

            clock.addAndGet(Duration.ofSeconds(31).toNanos());
            assertThat(asking.byId(3)).isEqualTo(Fixtures.TRIP);
        }
    }

    @Test
    void credentialsGoWithEveryRequest() {
        assertThat(authorization(Credentials.basic("Aladdin", "open sesame")))
                .isEqualTo("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
        assertThat(authorization(Credentials.bearer("abc.def"))).isEqualTo("Bearer abc.def");
        assertThat(authorization(Credentials.none())).isEqualTo("null");
    }

    private String authorization(Credentials credentials) {
        try (var asking = new RegistryClient(RegistrySettings.of(stub.url()).withCredentials(credentials))) {
            asking.byId(1);
        }
        return stub.authorizations().get(stub.authorizations().size() - 1);
    }

    @Test
    void aPathInTheUrlIsKept() {
        URI below = URI.create(stub.url() + "/apis/ccompat/v7/");
        try (var asking = new RegistryClient(RegistrySettings.of(below))) {
            asking.byId(1);
        }
        assertThat(stub.requests()).containsExactly("GET /apis/ccompat/v7/schemas/ids/1");
    }

    @Test
    void aClosedClientRemembersButDoesNotAsk() {
        int id = client.register("s", Fixtures.TRIP);
        client.close();

        assertThat(client.idOf("s", Fixtures.TRIP)).isEqualTo(id);
        assertThatThrownBy(() -> client.byId(99)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void manyThreadsGetTheSameAnswer() {
        int id = client.register("s", Fixtures.TRIP);
        try (var fresh = new RegistryClient(RegistrySettings.of(server.url()))) {
            var answers = IntStream.range(0, 200)
                    .parallel()
                    .mapToObj(i -> fresh.byId(id))
                    .toList();
            assertThat(answers).hasSize(200).containsOnly(Fixtures.TRIP);
        }
    }
}
