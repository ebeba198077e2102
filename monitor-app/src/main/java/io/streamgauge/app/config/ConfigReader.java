package io.streamgauge.app.config;

import io.streamgauge.schemas.yaml.Section;
import io.streamgauge.schemas.yaml.ValueType;
import io.streamgauge.schemas.yaml.Values;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the whole configuration. */
final class ConfigReader {
    /** Each has at least one task for each partition of its topics. */
    static final int MOST_MODELS = 500;

    private static final ValueType<String> BROKER =
            Values.matching("a broker such as localhost:9092", "[^\\s,]+:\\d{1,5}");
    private static final ValueType<Integer> REPLICATION =
            new ValueType<>("a whole number of at least 1, or broker-default", 1, ConfigReader::replication);

    private final Path directory;

    ConfigReader(Path directory) {
        this.directory = directory;
    }

    MonitorConfig read(Section root) {
        return new MonitorConfig(
                application(root.section("application")),
                kafka(root.section("kafka")),
                new RegistryReader(directory).read(root.section("schema-registry")),
                topics(root.section("topics")),
                models(root),
                AlertsReader.read(root.section("alerts")));
    }

    private static ApplicationConfig application(Section section) {
        return new ApplicationConfig(
                section.value("id", Values.TOPIC),
                section.value("state-dir", Values.PATH),
                HttpReader.read(section.section("http")));
    }

    private static KafkaConfig kafka(Section section) {
        return new KafkaConfig(
                String.join(",", section.requiredList("bootstrap.servers", BROKER)), section.remaining());
    }

    private static TopicsConfig topics(Section section) {
        return new TopicsConfig(
                section.value("create", Values.FLAG),
                section.value("partitions", Values.wholeNumber(1, 1000)),
                section.value("replication", REPLICATION),
                section.value("rejected", Values.TOPIC),
                section.optional("late", Values.TOPIC));
    }

    private List<ModelConfig> models(Section root) {
        Section defaults = Defaults.model(Defaults.root());
        Map<String, Section> sections = root.sections("models", defaults);
        if (!root.has("models")) {
            root.missing("models", "at least one model");
        } else if (sections.isEmpty()) {
            root.problem("models", "at least one model", "expected at least one model");
        }
        if (sections.size() > MOST_MODELS) {
            root.problem(
                    "models",
                    "at most " + MOST_MODELS + " models",
                    "expected at most " + MOST_MODELS + " models, got " + sections.size() + "; run several monitors");
            return List.of();
        }
        List<ModelConfig> models = new ArrayList<>();
        sections.forEach((name, section) -> models.add(new ModelReader(directory, name, section).read()));
        return models;
    }

    private static int replication(String text) {
        int replication = text.equals("broker-default") ? -1 : Integer.parseInt(text);
        if (replication == 0 || replication < -1) {
            throw new IllegalArgumentException("not a replication factor");
        }
        return replication;
    }
}
