package io.streamgauge.app.config;

import io.streamgauge.schemas.yaml.ConfigDocument;
import io.streamgauge.schemas.yaml.InvalidConfigException;
import io.streamgauge.schemas.yaml.Place;
import io.streamgauge.schemas.yaml.Placeholders;
import io.streamgauge.schemas.yaml.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A configuration and where each of its keys stands.
 *
 * @param places by full path, such as {@code models.fraud.checks.drift.metric}; only keys that the file gives
 */
public record ConfigFile(MonitorConfig config, Map<String, Place> places) {
    private static final int MAX_BYTES = 1 << 20;

    /**
     * Reads and validates {@code file}; placeholders are filled from the process environment.
     *
     * @throws InvalidConfigException with everything that is wrong
     */
    public static ConfigFile read(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        return parse(file.toString(), text(file), directory == null ? file : directory, System::getenv);
    }

    /**
     * Reads and validates a text.
     *
     * @param name what messages call it
     * @param directory what relative paths in it start from
     * @throws InvalidConfigException with everything that is wrong
     */
    public static ConfigFile parse(
            String name, String text, Path directory, Function<String, @Nullable String> environment) {
        return read(
                name, new ConfigDocument(text, new Placeholders(directory, environment), Defaults.root()), directory);
    }

    /**
     * Reads a configuration with a policy laid over it: a file in the same form that gives only what it changes. Relative paths
     * in both start from the configuration's folder.
     *
     * @throws InvalidConfigException with everything that is wrong
     */
    public static ConfigFile readOverlaid(Path file, Path policy) {
        Path parent = file.toAbsolutePath().getParent();
        Path directory = parent == null ? file : parent;
        var document = new ConfigDocument(
                text(file), text(policy), new Placeholders(directory, System::getenv), Defaults.root());
        return read(policy + " over " + file, document, directory);
    }

    private static ConfigFile read(String name, ConfigDocument document, Path directory) {
        if (!document.readable()) {
            throw new InvalidConfigException(name, document.problems());
        }
        MonitorConfig config = new ConfigReader(directory).read(document.root());
        List<Problem> problems = document.problems();
        if (!problems.isEmpty()) {
            throw new InvalidConfigException(name, problems);
        }
        return new ConfigFile(config, document.places());
    }

    private static String text(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw unreadable(file, "larger than 1 MiB");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (NoSuchFileException e) {
            throw unreadable(file, "no such file");
        } catch (CharacterCodingException e) {
            throw unreadable(file, "not UTF-8");
        } catch (IOException e) {
            throw unreadable(file, Files.isDirectory(file) ? "a directory" : "cannot be read");
        }
    }

    private static InvalidConfigException unreadable(Path file, String reason) {
        String message = "expected a YAML file, found " + reason;
        return new InvalidConfigException(
                file.toString(), List.of(new Problem("", 0, 0, "a YAML file", reason, message)));
    }
}
