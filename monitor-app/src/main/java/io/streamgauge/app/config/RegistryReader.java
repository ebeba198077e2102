package io.streamgauge.app.config;

import io.streamgauge.app.config.RegistryConfig.SerdePlugin;
import io.streamgauge.schemas.serde.Credentials;
import io.streamgauge.schemas.serde.RegistrySettings;
import io.streamgauge.schemas.serde.RetrySettings;
import io.streamgauge.schemas.serde.TlsSettings;
import io.streamgauge.schemas.yaml.Section;
import io.streamgauge.schemas.yaml.ValueType;
import io.streamgauge.schemas.yaml.Values;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code schema-registry}. */
final class RegistryReader {
    private static final String NAME = "[\\p{L}_$][\\p{L}\\p{N}_$]*";
    private static final ValueType<String> CLASS =
            Values.matching("the full name of a class", NAME + "(\\." + NAME + ")*");
    private static final ValueType<URI> URL = new ValueType<>(
            "a URL such as http://localhost:8081, without user or query",
            URI.create("http://localhost"),
            text -> RegistrySettings.of(URI.create(text)).urls().get(0));
    private static final ValueType<Credentials> TOKEN =
            new ValueType<>("a token without spaces", Credentials.none(), Credentials::bearer);
    private static final ValueType<String> USER = Values.matching("a user name without a colon", "[^:]+");

    private final ValueType<Path> file;

    RegistryReader(Path directory) {
        this.file = new ValueType<>("a keystore file", directory, directory::resolve);
    }

    RegistryConfig read(Section section) {
        List<URI> urls = section.requiredList("url", URL);
        Credentials credentials = section.has("auth") ? credentials(section.section("auth")) : Credentials.none();
        RegistrySettings settings = RegistrySettings.of(urls.toArray(URI[]::new))
                .withRetry(retry(section))
                .withCredentials(credentials)
                .withTls(tls(section.section("tls")));
        return new RegistryConfig(
                settings,
                section.value("auto.register", Values.FLAG),
                section.has("serde") ? serde(section.section("serde")) : null);
    }

    private static RetrySettings retry(Section section) {
        RetrySettings usual = RetrySettings.defaults();
        return new RetrySettings(
                usual.connectTimeout(),
                section.value("timeout", Values.duration(Duration.ofMillis(1))),
                usual.retries(),
                usual.backoff(),
                usual.totalTimeout());
    }

    private static Credentials credentials(Section section) {
        if (section.has("token")) {
            if (section.has("user") || section.has("password")) {
                section.problem("a token, or user and password", "give either a token, or user and password");
            }
            return section.required("token", TOKEN);
        }
        return Credentials.basic(section.required("user", USER), section.required("password", Values.TEXT));
    }

    private TlsSettings tls(Section section) {
        return new TlsSettings(store(section, "truststore"), store(section, "keystore"));
    }

    private TlsSettings.@Nullable Store store(Section section, String key) {
        if (!section.has(key) && !section.has(key + "-password")) {
            return null;
        }
        Path path = section.required(key, file);
        String type = path.toString().endsWith(".jks") ? "JKS" : "PKCS12";
        return new TlsSettings.Store(path, type, section.required(key + "-password", Values.TEXT));
    }

    private static SerdePlugin serde(Section section) {
        return new SerdePlugin(
                section.required("serializer.class", CLASS),
                section.required("deserializer.class", CLASS),
                section.remaining());
    }
}
