package io.streamgauge.app.config;

import io.streamgauge.schemas.yaml.InvalidConfigException;
import io.streamgauge.schemas.yaml.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Configurations to start tests from. */
final class Fixtures {
    static final Path DIRECTORY = Path.of("/etc/streamgauge");

    private Fixtures() {}

    /** Ten lines: brokers, registry, one model, one topic, a baseline. */
    static String minimal() {
        return """
                kafka:
                  bootstrap.servers: localhost:9092
                schema-registry:
                  url: http://localhost:8081
                models:
                  fraud:
                    baseline:
                      file: fraud.avro
                    features:
                      topic: fraud.features
                """;
    }

    /** The minimal configuration with more lines in its model, indented as it is. */
    static String withModelLines(String lines) {
        return minimal() + lines.indent(4);
    }

    static MonitorConfig parse(String text) {
        return parse(text, Map.of());
    }

    static MonitorConfig parse(String text, Map<String, String> environment) {
        return ConfigFile.parse("test.yaml", text, DIRECTORY, environment::get).config();
    }

    static ModelConfig onlyModel(String text) {
        return parse(text).models().get(0);
    }

    /** What is wrong with {@code text}; empty if nothing is. */
    static List<Problem> problems(String text) {
        try {
            parse(text);
            return List.of();
        } catch (InvalidConfigException e) {
            return e.problems();
        }
    }

    static String resource(String name) {
        try (var in = Fixtures.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
