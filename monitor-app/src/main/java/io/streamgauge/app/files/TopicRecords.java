package io.streamgauge.app.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.avro.generic.GenericRecord;

/**
 * Records of a topic on their way into a file that can be read as often as needed, as training data is: JSON lines, packed. What a
 * cell is does not change on the way: times are milliseconds, bytes are left out.
 */
public final class TopicRecords implements Closeable {
    // Numbers stay numbers, also those that JSON does not know.
    private final ObjectMapper json =
            JsonMapper.builder().disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS).build();
    private final BufferedWriter out;
    private long rows;

    /** @param file its name must end in {@code .jsonl.gz} */
    public TopicRecords(Path file) throws IOException {
        this.out = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8));
    }

    public void add(GenericRecord record) throws IOException {
        Map<String, Object> cells = new LinkedHashMap<>();
        AvroCells.flatten(List.of(), record.getSchema(), record, cells);
        cells.values().removeIf(cell -> cell == ObjectCells.OTHER);
        line(json.writeValueAsString(cells));
    }

    /** Adds a JSON text of one object; false if it is none, and then it is left out. */
    public boolean add(byte[] text) throws IOException {
        try {
            var node = json.readTree(text);
            if (node == null || !node.isObject()) {
                return false;
            }
            line(node.toString());
            return true;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private void line(String text) throws IOException {
        out.write(text);
        out.newLine();
        rows++;
    }

    public long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
