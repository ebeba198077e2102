package io.streamgauge.app.config;

import io.streamgauge.schemas.yaml.ConfigDocument;
import io.streamgauge.schemas.yaml.Placeholders;
import io.streamgauge.schemas.yaml.Section;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The one place where defaults live: a commented configuration that says every key. What a file leaves out is read from
 * it, and {@code config defaults} prints it, so that the two cannot differ.
 */
public final class Defaults {
    private static final String RESOURCE = "defaults.yaml";

    private Defaults() {}

    /** The text of the document. */
    public static String document() {
        try (InputStream in = Defaults.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document read as a configuration of its own. */
    public static ConfigFile config() {
        return ConfigFile.parse("defaults", document(), Path.of(""), name -> null);
    }

    /** What a configuration's root falls back on. */
    static Section root() {
        var defaults = new ConfigDocument(document(), new Placeholders(Path.of(""), name -> null), null);
        if (!defaults.sound()) {
            throw new IllegalStateException(RESOURCE + " is broken: " + defaults.problems());
        }
        return defaults.root();
    }

    /** What each model falls back on: the only model of the document. */
    static Section model(Section root) {
        return root.sections("models", null).values().iterator().next();
    }
}
