package io.streamgauge.app.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Everything that a monitor is told: where it runs, what it reads and what it asks. Validated, immutable, without a
 * secret in its {@code toString}. Read one with {@link ConfigFile}.
 *
 * @param models at least one, with distinct names, in the order of the file
 */
public record MonitorConfig(
        ApplicationConfig application,
        KafkaConfig kafka,
        RegistryConfig registry,
        TopicsConfig topics,
        List<ModelConfig> models,
        AlertsConfig alerts) {
    public MonitorConfig {
        models = List.copyOf(models);
    }

    /** The model called {@code name}; {@link IllegalArgumentException} if there is none. */
    public ModelConfig model(String name) {
        return models.stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no model '" + name + "' in the configuration"));
    }

    /**
     * Which rules judged? 16 hexadecimal digits over everything that can change a score or a verdict of the model; the
     * same wherever the monitor runs and wherever its baseline and its schema lie.
     *
     * @param schema the written form of a schema in a file of its own, else empty
     */
    public String hashOf(String model, String schema) {
        String rules = model(model).rules() + alerts.rules() + schema;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(rules.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
