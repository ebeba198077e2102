package io.streamgauge.schemas.serde;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Confluent's real serializer and deserializer, from the directory that the build unpacks. The loader asks its parent first, so
 * that they work with our Kafka and Avro; nothing else can see them, nor the libraries they bring.
 */
final class ConfluentClasses implements AutoCloseable {
    private static final Path DIRECTORY = Path.of("target", "confluent-classes");

    private final URLClassLoader loader;

    private ConfluentClasses(URLClassLoader loader) {
        this.loader = loader;
    }

    static boolean available() {
        return Files.isDirectory(DIRECTORY);
    }

    static ConfluentClasses load() {
        try {
            URL[] urls = {DIRECTORY.toUri().toURL()};
            return new ConfluentClasses(new URLClassLoader(urls, ConfluentClasses.class.getClassLoader()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A serde of both, made as a user would have it made. */
    ExternalSerde serde(URI registry, Map<String, ?> more) {
        var properties = new HashMap<String, Object>(more);
        properties.put("schema.registry.url", registry.toString());
        return ExternalSerde.of(
                "io.confluent.kafka.serializers.KafkaAvroSerializer",
                "io.confluent.kafka.serializers.KafkaAvroDeserializer",
                properties,
                loader);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
