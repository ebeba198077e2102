package io.streamgauge.app.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import blue.strategic.parquet.ParquetWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowSourcesTest {
    @TempDir
    Path directory;

    private Path text(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private Path packed(String name, String content) throws IOException {
        Path file = directory.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    /** Each cell as its kind's number or text. */
    private static List<List<Object>> rows(Path file) throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        try (RowSource source = RowSources.open(file)) {
            while (source.next()) {
                List<Object> cells = new ArrayList<>();
                for (int i = 0; i < source.columns().size(); i++) {
                    cells.add(
                            switch (source.kind(i)) {
                                case MISSING -> "-";
                                case NUMBER -> source.number(i);
                                case BOOLEAN -> Boolean.parseBoolean(source.text(i));
                                case TEXT -> String.valueOf(source.text(i));
                                case OTHER -> "other";
                            });
                }
                rows.add(cells);
            }
        }
        return rows;
    }

    private static List<String> columns(Path file) throws IOException {
        try (RowSource source = RowSources.open(file)) {
            return source.columns();
        }
    }

    @Test
    void csvCellsAreTypedByTheirText() throws IOException {
        String csv = "\uFEFFa,b,c\n1,x,true\n,\"\",False\n\"2.5\",\"q\"\"\nr, s\",\n";
        Path plain = text("a.csv", csv);

        assertThat(columns(plain)).containsExactly("a", "b", "c");
        assertThat(rows(plain))
                .containsExactly(List.of(1.0, "x", true), List.of("-", "-", false), List.of(2.5, "q\"\nr, s", "-"))
                .isEqualTo(rows(packed("a.csv.gz", csv)));
    }

    @Test
    void jsonLinesAreFlattened() throws IOException {
        String json = """
                {"id": "a", "n": 3, "deep": {"x": 1.5, "y": {"z": true}}, "features": {"f": "v", "n": 4}}

                {"n": null, "late": false, "list": [1], "n2": NaN}
                """;
        Path plain = text("a.jsonl", json);

        assertThat(columns(plain)).containsExactly("id", "n", "deep.x", "deep.y.z", "f", "late", "list", "n2");
        assertThat(rows(plain))
                .containsExactly(
                        List.of("a", 3.0, 1.5, true, "v", "-", "-", "-"),
                        List.of("-", "-", "-", "-", "-", false, "other", Double.NaN))
                .isEqualTo(rows(packed("a.jsonl.gz", json)));
    }

    @Test
    void avroLogicalTypesBecomeNumbers() throws IOException {
        Schema schema = new Schema.Parser().parse("""
                {"type": "record", "name": "R", "fields": [
                  {"name": "ts", "type": {"type": "long", "logicalType": "timestamp-micros"}},
                  {"name": "day", "type": ["null", {"type": "int", "logicalType": "date"}]},
                  {"name": "price", "type": {"type": "bytes", "logicalType": "decimal", "precision": 9, "scale": 2}},
                  {"name": "features", "type": {"type": "map", "values": ["null", "boolean", "double", "string"]}},
                  {"name": "list", "type": {"type": "array", "items": "int"}}]}""");
        GenericRecord event = new GenericRecordBuilder(schema)
                .set("ts", 981_201_600_000_123L)
                .set("day", 2)
                .set(
                        "price",
                        ByteBuffer.wrap(new BigDecimal("12.34").unscaledValue().toByteArray()))
                .set("features", Map.of("x", 0.5))
                .set("list", List.of(1))
                .build();
        Path file = directory.resolve("a.avro");
        try (var writer = new DataFileWriter<GenericRecord>(new GenericDatumWriter<>(schema))) {
            writer.create(schema, file.toFile());
            writer.append(event);
        }

        assertThat(columns(file)).containsExactly("ts", "day", "price", "x", "list");
        assertThat(rows(file)).containsExactly(List.of(981_201_600_000.0, 172_800_000.0, 12.34, 0.5, "other"));
    }

    @Test
    void parquetLogicalTypesBecomeNumbers() throws IOException {
        MessageType schema = Types.buildMessage()
                .optional(PrimitiveTypeName.INT64)
                .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
                .named("ts")
                .optional(PrimitiveTypeName.INT32)
                .as(LogicalTypeAnnotation.dateType())
                .named("day")
                .optional(PrimitiveTypeName.INT32)
                .as(LogicalTypeAnnotation.decimalType(2, 9))
                .named("price")
                .optional(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named("origin")
                .optional(PrimitiveTypeName.BOOLEAN)
                .named("late")
                .optional(PrimitiveTypeName.FLOAT)
                .named("speed")
                .named("flights");
        Path file = directory.resolve("a.parquet");
        try (ParquetWriter<Boolean> writer = ParquetWriter.writeFile(schema, file.toFile(), (full, values) -> {
            if (full) {
                values.write("ts", 981_201_600_000_123L);
                values.write("day", 2);
                values.write("price", 1234);
                values.write("origin", "JFK");
                values.write("late", true);
                values.write("speed", 0.5f);
            }
        })) {
            writer.write(true);
            writer.write(false);
        }

        assertThat(columns(file)).containsExactly("ts", "day", "price", "origin", "late", "speed");
        assertThat(rows(file))
                .containsExactly(
                        List.of(981_201_600_000.0, 172_800_000.0, 12.34, "JFK", true, 0.5),
                        List.of("-", "-", "-", "-", "-", "-"));
    }

    @Test
    void parquetListsAreListsHoweverTheyAreWritten() throws IOException {
        MessageType schema = MessageTypeParser.parseMessageType("""
                message rows {
                  required int32 id;
                  optional group tags (LIST) { repeated group list { optional binary element (STRING); } }
                  optional group counts (LIST) { repeated int32 element; }
                  repeated double plain;
                  optional group pairs (MAP) { repeated group key_value { required int32 key; optional int32 value; } }
                  optional group deep { optional group days (LIST) { repeated group list { required int32 element (DATE); } } }
                }""");
        Path file = directory.resolve("lists.parquet");
        var rows = new SimpleGroupFactory(schema);
        Group full = rows.newGroup().append("id", 1);
        Group tags = full.addGroup("tags");
        tags.addGroup("list").append("element", "a");
        tags.addGroup("list");
        full.addGroup("counts").append("element", 7).append("element", 8);
        full.append("plain", 0.5).append("plain", 1.5);
        full.addGroup("pairs").addGroup("key_value").append("key", 1).append("value", 2);
        full.addGroup("deep").addGroup("days").addGroup("list").append("element", 2);
        Group empty = rows.newGroup().append("id", 2);
        empty.addGroup("tags");
        empty.addGroup("counts");
        Group absent = rows.newGroup().append("id", 3);
        try (var writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withType(schema)
                .build()) {
            for (Group row : List.of(full, empty, absent)) {
                writer.write(row);
            }
        }

        List<List<Object>> lists = new ArrayList<>();
        try (RowSource source = RowSources.open(file)) {
            assertThat(source.columns()).containsExactly("id", "tags", "counts", "plain", "deep.days");
            while (source.next()) {
                lists.add(Arrays.asList(source.items(1), source.items(2), source.items(3), source.items(4)));
            }
        }

        assertThat(lists)
                .containsExactly(
                        List.of(Arrays.asList("a", null), List.of(7L, 8L), List.of(0.5, 1.5), List.of(172_800_000L)),
                        Arrays.asList(List.of(), List.of(), List.of(), null),
                        Arrays.asList(null, null, List.of(), null));
    }

    @Test
    void brokenFileIsOneLineWithItsPlace() throws IOException {
        assertBroken(text("fields.csv", "a,b\n1,2\n1,2,3\n"), "fields.csv, line 3: ");
        assertBroken(text("twice.csv", "a,a\n"), "twice.csv, line 1: two columns are named 'a'");
        assertBroken(text("empty.csv", ""), "empty.csv: the file is empty");
        assertBroken(text("no.jsonl", "{\"a\": 1}\n{\"a\": \n"), "no.jsonl, line 2: not JSON: ");
        assertBroken(text("list.jsonl", "{}\n[]\n"), "list.jsonl, line 2: not a JSON object");
        assertBroken(text("a.parquet", "no parquet at all"), "a.parquet: ");
        assertBroken(text("a.avro", "no avro at all"), "a.avro: not an Avro file");
        assertBroken(text("plain.csv.gz", "a,b\n"), "plain.csv.gz: not in gzip format");
        assertBroken(text("a.xlsx", "x"), "a.xlsx: unknown format: the name must end in one of .csv .csv.gz");
        assertBroken(directory.resolve("none.csv"), "none.csv: no such file");
    }

    @Test
    void packedFileThatIsCutOffIsOneLineWithItsPlace() throws IOException {
        Path whole = packed("whole.csv.gz", "a,b\n" + "1,2\n".repeat(100_000));
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(directory.resolve("cut.csv.gz"), Arrays.copyOf(bytes, bytes.length / 2));

        assertBroken(cut, "cut.csv.gz, line ");
    }

    private void assertBroken(Path file, String message) {
        assertThatThrownBy(() -> rows(file))
                .isInstanceOf(BrokenFileException.class)
                .message()
                .startsWith(directory + "/" + message)
                .hasLineCount(1);
    }
}
