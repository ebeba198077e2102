package io.streamgauge.schemas.yaml;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills in {@code ${env:NAME}} and {@code ${file:path:key}} (a key of a properties file, its path relative to the
 * configuration's directory). Any other {@code ${...}} stays as it is, for Kafka's own config providers.
 */
public final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(env|file):([^}]*)}");
    private static final long MAX_FILE_BYTES = 1 << 20;

    private final Path directory;
    private final Function<String, @Nullable String> environment;
    private final boolean literal;

    /** For files that depend on nothing around them: every text stays as it is. */
    public static Placeholders none() {
        return new Placeholders(Path.of(""), name -> null, true);
    }

    public Placeholders(Path directory, Function<String, @Nullable String> environment) {
        this(directory, environment, false);
    }

    private Placeholders(Path directory, Function<String, @Nullable String> environment, boolean literal) {
        this.directory = directory;
        this.environment = environment;
        this.literal = literal;
    }

    /** Whether {@code text} holds a placeholder of ours: its value may be a secret, whatever the key. */
    static boolean in(String text) {
        return PLACEHOLDER.matcher(text).find();
    }

    /**
     * The text with its placeholders filled in. What they bring is not searched again.
     *
     * @throws IllegalArgumentException saying what is missing, never a value
     */
    String fill(String text) {
        return literal ? text : PLACEHOLDER.matcher(text).replaceAll(match -> Matcher.quoteReplacement(valueOf(match)));
    }

    private String valueOf(MatchResult match) {
        String name = match.group(2);
        return match.group(1).equals("env") ? fromEnvironment(name) : fromFile(name);
    }

    private String fromEnvironment(String name) {
        String value = environment.apply(name);
        if (value == null) {
            throw new IllegalArgumentException("the environment variable " + name + " is not set");
        }
        return value;
    }

    private String fromFile(String pathAndKey) {
        int colon = pathAndKey.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("a file placeholder is written ${file:path:key}");
        }
        String path = pathAndKey.substring(0, colon);
        String key = pathAndKey.substring(colon + 1);
        String value = load(path).getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException("the file " + path + " has no key " + key);
        }
        return value;
    }

    private Properties load(String path) {
        var properties = new Properties();
        try {
            Path file = directory.resolve(path);
            if (!Files.isRegularFile(file) || Files.size(file) > MAX_FILE_BYTES) {
                throw new IllegalArgumentException("the file " + path + " is missing, or no properties file");
            }
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException("the file " + path + " cannot be read", e);
        }
        return properties;
    }
}
