package io.streamgauge.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedConfigurationsTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("KAFKA_BROKERS", "kafka-1:9092,kafka-2:9092", "REGISTRY_PASSWORD", "hunter2");

    @Test
    void eachIsValid(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("secrets.properties"), "kafka.jaas=module required;");

        for (Path file : shipped()) {
            String text = Files.readString(file);
            assertThatCode(() -> ConfigFile.parse(file.toString(), text, directory, ENVIRONMENT::get))
                    .as(file.toString())
                    .doesNotThrowAnyException();
        }
        assertThat(shipped()).hasSizeGreaterThanOrEqualTo(2);
    }

    private static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/conf"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
    }
}
