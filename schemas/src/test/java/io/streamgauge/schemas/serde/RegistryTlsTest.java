package io.streamgauge.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTlsTest {
    private static final RetrySettings ONCE = new RetrySettings(
            Duration.ofSeconds(2), Duration.ofSeconds(5), 0, Duration.ofMillis(1), Duration.ofSeconds(10));

    @TempDir
    static Path dir;

    private static TlsSettings.Store localhost;
    private static TlsSettings.Store elsewhere;

    @BeforeAll
    static void makeKeys() throws IOException, InterruptedException {
        localhost = selfSigned("localhost");
        elsewhere = selfSigned("elsewhere.invalid");
    }

    private static TlsSettings.Store selfSigned(String host) throws IOException, InterruptedException {
        Path file = dir.resolve(host + ".p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "key",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "SAN=dns:" + host,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "secret")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return new TlsSettings.Store(file, "PKCS12", "secret");
    }

    private static StubServer server(TlsSettings.Store key) throws IOException {
        return StubServer.tls(TlsContext.of(new TlsSettings(null, key)), StubServer.schema(Fixtures.TRIP));
    }

    private static RegistryClient client(StubServer server, TlsSettings tls) {
        return new RegistryClient(
                RegistrySettings.of(server.url()).withRetry(ONCE).withTls(tls));
    }

    @Test
    void aCertificateInTheTruststoreIsTrusted() throws IOException {
        try (StubServer server = server(localhost);
                RegistryClient client = client(server, new TlsSettings(localhost, null))) {
            assertThat(client.byId(1)).isEqualTo(Fixtures.TRIP);
        }
    }

    @Test
    void anyOtherCertificateIsNot() throws IOException {
        try (StubServer server = server(localhost);
                RegistryClient client = client(server, TlsSettings.defaults())) {
            assertThatThrownBy(() -> client.byId(1)).isInstanceOf(RegistryUnavailableException.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aTrustedCertificateOfAnotherHostIsNotAccepted() throws IOException {
        try (StubServer server = server(elsewhere);
                RegistryClient client = client(server, new TlsSettings(elsewhere, null))) {
            assertThatThrownBy(() -> client.byId(1)).isInstanceOf(RegistryUnavailableException.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aKeystoreThatCannotBeReadIsNamed() {
        var missing = new TlsSettings.Store(dir.resolve("none.p12"), "PKCS12", "secret");
        var locked = new TlsSettings.Store(localhost.path(), "PKCS12", "wrong");

        assertThatThrownBy(() -> TlsContext.of(new TlsSettings(missing, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none.p12");
        assertThatThrownBy(() -> TlsContext.of(new TlsSettings(null, locked)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("localhost.p12");
    }
}
