package io.streamgauge.app.files;

import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.yaml.ConfigDocument;
import io.streamgauge.schemas.yaml.InvalidConfigException;
import io.streamgauge.schemas.yaml.Placeholders;
import io.streamgauge.schemas.yaml.Problem;
import io.streamgauge.schemas.yaml.Section;
import io.streamgauge.schemas.yaml.ValueType;
import io.streamgauge.schemas.yaml.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which types does a YAML file give to columns? It reads {@code features: {name: {type: numeric}}}. */
public final class SchemaFile {
    private static final ValueType<String> TYPE = Values.word(
            List.of(FeatureType.NUMERIC.word(), FeatureType.CATEGORICAL.word(), FeatureType.BOOLEAN.word()));

    private SchemaFile() {}

    /**
     * The types by column.
     *
     * @param columns that there are; the file may name no other
     * @throws InvalidConfigException with everything that is wrong
     * @throws BrokenFileException if the file cannot be read
     */
    public static Map<String, FeatureType> read(Path file, List<String> columns) throws IOException {
        ConfigDocument document = new ConfigDocument(text(file), placeholders(file), null);
        Map<String, FeatureType> types = new LinkedHashMap<>();
        for (Map.Entry<String, Section> feature :
                document.root().sections("features", null).entrySet()) {
            Section section = feature.getValue();
            String type = section.required("type", TYPE);
            if (columns.contains(feature.getKey())) {
                types.put(feature.getKey(), FeatureType.valueOf(type.toUpperCase(Locale.ROOT)));
            } else {
                section.problem("a column of the input", "no column has this name");
            }
        }
        List<Problem> problems = document.problems();
        if (!problems.isEmpty()) {
            throw new InvalidConfigException(file.toString(), problems);
        }
        return types;
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new BrokenFileException(file.toString(), "cannot be read as UTF-8 text", e);
        }
    }

    /** None are filled: a schema depends on nothing around it. */
    private static Placeholders placeholders(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        return new Placeholders(directory == null ? file : directory, SchemaFile::unset);
    }

    private static @Nullable String unset(String name) {
        return null;
    }
}
