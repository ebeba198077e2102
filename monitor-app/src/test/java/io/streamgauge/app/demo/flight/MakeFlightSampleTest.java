package io.streamgauge.app.demo.flight;

import static org.assertj.core.api.Assertions.assertThat;

import blue.strategic.parquet.ParquetWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MakeFlightSampleTest {

    private static final MessageType SCHEMA = new MessageType(
            "flight",
            Types.required(PrimitiveTypeName.INT64)
                    .as(LogicalTypeAnnotation.timestampType(false, TimeUnit.MICROS))
                    .named("date"),
            Types.required(PrimitiveTypeName.INT64).named("delay"),
            Types.required(PrimitiveTypeName.INT64).named("distance"),
            Types.required(PrimitiveTypeName.BINARY)
                    .as(LogicalTypeAnnotation.stringType())
                    .named("origin"),
            Types.required(PrimitiveTypeName.BINARY)
                    .as(LogicalTypeAnnotation.stringType())
                    .named("destination"));

    @TempDir
    Path directory;

    @Test
    void keepsEveryEighthRowStartingWithTheFirst() throws IOException {
        var sample = directory.resolve("sample.csv.gz");

        MakeFlightSample.write(parquetWithRows(17), sample);

        assertThat(text(sample)).isEqualTo("""
                        date,delay,distance,origin,destination
                        2001-01-01T00:00,0,100,LAS,PHL
                        2001-01-01T00:08,-8,108,LAS,PHL
                        2001-01-01T00:16,-16,116,LAS,PHL
                        """);
    }

    @Test
    void writesTheSameBytesAgain() throws IOException {
        var rows = parquetWithRows(100);
        var first = directory.resolve("first.csv.gz");
        var second = directory.resolve("second.csv.gz");

        MakeFlightSample.write(rows, first);
        MakeFlightSample.write(rows, second);

        assertThat(first).hasSameBinaryContentAs(second);
    }

    private File parquetWithRows(int count) throws IOException {
        var file = directory.resolve("flights.parquet").toFile();
        var midnight = LocalDateTime.of(2001, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
        try (var writer = ParquetWriter.<Integer>writeFile(SCHEMA, file, (row, columns) -> {
            columns.write("date", (midnight + row * 60L) * 1_000_000);
            columns.write("delay", (long) -row);
            columns.write("distance", 100L + row);
            columns.write("origin", "LAS");
            columns.write("destination", "PHL");
        })) {
            for (var row = 0; row < count; row++) {
                writer.write(row);
            }
        }
        return file;
    }

    private static String text(Path gzip) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(gzip))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
