package io.streamgauge.app.config;

import io.streamgauge.app.config.RegistryConfig.Auth;
import io.streamgauge.app.config.RegistryConfig.Basic;
import io.streamgauge.app.config.RegistryConfig.Bearer;
import io.streamgauge.app.config.RegistryConfig.SerdePlugin;
import io.streamgauge.app.config.RegistryConfig.Tls;
import io.streamgauge.app.config.yaml.Section;
import io.streamgauge.app.config.yaml.ValueType;
import io.streamgauge.app.config.yaml.Values;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads {@code schema-registry}. */
final class RegistryReader {
    private static final ValueType<String> CLASS =
            Values.matching("the full name of a class", "[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*");

    private final ValueType<Path> file;

    RegistryReader(Path directory) {
        this.file = new ValueType<>("a file", directory, directory::resolve);
    }

    RegistryConfig read(Section section) {
        return new RegistryConfig(
                section.requiredList("url", Values.URL),
                section.has("auth") ? auth(section.section("auth")) : null,
                tls(section.section("tls")),
                section.value("auto.register", Values.FLAG),
                section.value("timeout", Values.duration(Duration.ofMillis(1))),
                section.has("serde") ? serde(section.section("serde")) : null);
    }

    private static @Nullable Auth auth(Section section) {
        if (section.has("token")) {
            if (section.has("user") || section.has("password")) {
                section.problem("token or user and password", "give either a token or a user and password");
            }
            return new Bearer(section.required("token", Values.SECRET));
        }
        return new Basic(section.required("user", Values.TEXT), section.required("password", Values.SECRET));
    }

    private Tls tls(Section section) {
        return new Tls(
                section.optional("truststore", file),
                section.optional("truststore-password", Values.SECRET),
                section.optional("keystore", file),
                section.optional("keystore-password", Values.SECRET));
    }

    private static SerdePlugin serde(Section section) {
        return new SerdePlugin(
                section.required("serializer.class", CLASS),
                section.required("deserializer.class", CLASS),
                section.remaining());
    }
}
