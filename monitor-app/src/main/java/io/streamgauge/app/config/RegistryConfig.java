package io.streamgauge.app.config;

import io.streamgauge.schemas.serde.RegistrySettings;
import io.streamgauge.schemas.yaml.ClientProperties;
import org.jspecify.annotations.Nullable;

/**
 * Where do schemas come from, and who writes records?
 *
 * @param autoRegister whether our own output schemas are registered when missing; off outside development
 * @param serde the user's own serializer in place of ours
 */
public record RegistryConfig(
        RegistrySettings settings,
        boolean autoRegister,
        @Nullable SerdePlugin serde) {
    /**
     * Kafka serializer and deserializer classes, such as Confluent's own, found on the class path.
     *
     * @param properties what both are configured with, besides {@code schema.registry.url}
     */
    public record SerdePlugin(String serializerClass, String deserializerClass, ClientProperties properties) {}
}
