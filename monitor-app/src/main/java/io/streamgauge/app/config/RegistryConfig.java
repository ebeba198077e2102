package io.streamgauge.app.config;

import io.streamgauge.app.config.yaml.ClientProperties;
import io.streamgauge.app.config.yaml.Secret;
import io.streamgauge.app.config.yaml.Secrets;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where do schemas come from?
 *
 * @param urls at least one; tried in this order
 * @param autoRegister whether our own output schemas are registered when missing; off outside development
 * @param timeout of one request
 * @param serde the user's own serializer in place of ours
 */
public record RegistryConfig(
        List<URI> urls,
        @Nullable Auth auth,
        Tls tls,
        boolean autoRegister,
        Duration timeout,
        @Nullable SerdePlugin serde) {
    public RegistryConfig {
        urls = List.copyOf(urls);
    }

    @Override
    public String toString() {
        return "RegistryConfig[urls=" + Secrets.withoutUserInfo(urls.toString()) + ", auth=" + auth + ", tls=" + tls
                + ", autoRegister=" + autoRegister + ", timeout=" + timeout + ", serde=" + serde + "]";
    }

    /** How we say who we are. */
    public sealed interface Auth permits Basic, Bearer {}

    /** HTTP basic authentication. */
    public record Basic(String user, Secret password) implements Auth {}

    /** A bearer token. */
    public record Bearer(Secret token) implements Auth {}

    /** Stores for TLS; what is null comes from the Java runtime. Paths relative to the configuration's directory. */
    public record Tls(
            @Nullable Path truststore,
            @Nullable Secret truststorePassword,
            @Nullable Path keystore,
            @Nullable Secret keystorePassword) {}

    /**
     * Kafka serializer and deserializer classes, such as Confluent's own, found on the class path.
     *
     * @param properties what both are configured with, besides {@code schema.registry.url}
     */
    public record SerdePlugin(String serializerClass, String deserializerClass, ClientProperties properties) {}
}
