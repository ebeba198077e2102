package io.streamgauge.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrySettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"ftp://host", "host:8081", "http:///path", "http://host/?a=b"})
    void aUrlThatCannotWorkIsRefused(String url) {
        assertThatThrownBy(() -> RegistrySettings.of(URI.create(url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(url);
    }

    @Test
    void aPasswordInTheUrlIsRefusedAndNotShown() {
        assertThatThrownBy(() -> RegistrySettings.of(URI.create("http://me:hidden@host")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hidden");
    }

    @Test
    void atLeastOneUrlIsNeeded() {
        assertThatThrownBy(RegistrySettings::of).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void secretsAreNotPrinted() {
        var store = new TlsSettings.Store(Path.of("trust.p12"), "PKCS12", "hidden");
        var settings = RegistrySettings.of(URI.create("https://host")).withTls(new TlsSettings(store, store));

        assertThat(settings.withCredentials(Credentials.basic("me", "hidden")).toString())
                .contains("me", "trust.p12")
                .doesNotContain("hidden");
        assertThat(settings.withCredentials(Credentials.bearer("hidden")).toString())
                .doesNotContain("hidden");
    }

    @Test
    void credentialsThatCannotBeSentAreRefused() {
        assertThatThrownBy(() -> Credentials.bearer("line\n")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Credentials.bearer("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Credentials.basic("a:b", "c")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void limitsMustBePositive() {
        Duration second = Duration.ofSeconds(1);

        assertThatThrownBy(() -> new RetrySettings(Duration.ZERO, second, 1, second, second))
                .hasMessageContaining("connectTimeout");
        assertThatThrownBy(() -> new RetrySettings(second, second, -1, second, second))
                .hasMessageContaining("retries");
    }
}
