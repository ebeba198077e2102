package io.streamgauge.app.files;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One JSON object on each line; blank lines are passed over. */
final class JsonLines implements FlatRecords {
    private static final ObjectReader READER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private final Path file;
    private final BufferedReader lines;
    private long line = 0;

    JsonLines(Path file) throws IOException {
        this.file = file;
        this.lines = new BufferedReader(new InputStreamReader(RowSources.bytes(file), StandardCharsets.UTF_8));
    }

    @Override
    public @Nullable Map<String, Object> next() throws IOException {
        String text = readLine();
        while (text != null && text.isBlank()) {
            text = readLine();
        }
        if (text == null) {
            return null;
        }
        JsonNode node = parse(text);
        if (!node.isObject()) {
            throw new BrokenFileException(place(), "not a JSON object");
        }
        Map<String, Object> cells = new LinkedHashMap<>();
        flatten(List.of(), node, cells);
        return cells;
    }

    private @Nullable String readLine() throws IOException {
        line++;
        try {
            return lines.readLine();
        } catch (IOException e) {
            throw new BrokenFileException(place(), BrokenFileException.reason(e), e);
        }
    }

    private JsonNode parse(String text) throws BrokenFileException {
        try {
            return READER.readValue(text);
        } catch (JacksonException e) {
            throw new BrokenFileException(place(), "not JSON: " + BrokenFileException.plain(e.getOriginalMessage()), e);
        }
    }

    private static void flatten(List<String> path, JsonNode node, Map<String, Object> cells) {
        node.properties().forEach(field -> {
            List<String> name = new ArrayList<>(path);
            name.add(field.getKey());
            if (field.getValue().isObject()) {
                flatten(name, field.getValue(), cells);
            } else if (!field.getValue().isNull()) {
                cells.putIfAbsent(ObjectCells.columnName(name), cell(field.getValue()));
            }
        });
    }

    private static Object cell(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        if (node.isNumber()) {
            return node.doubleValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isArray() ? items(node) : node.asText();
    }

    private static List<@Nullable Object> items(JsonNode array) {
        List<@Nullable Object> items = new ArrayList<>();
        for (JsonNode item : array) {
            items.add(item.isContainerNode() ? item.toString() : item.isNull() ? null : cell(item));
        }
        return items;
    }

    @Override
    public String place() {
        return file + ", line " + line;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
