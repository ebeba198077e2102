package io.streamgauge.app.config;

import java.nio.file.Path;

/** Where is the model's baseline? */
public sealed interface BaselineConfig {
    /** In a file; a relative path was resolved against the configuration's directory. */
    record InFile(Path file) implements BaselineConfig {}

    /** Published to a topic, under a model version. */
    record InTopic(String topic, String version) implements BaselineConfig {}
}
