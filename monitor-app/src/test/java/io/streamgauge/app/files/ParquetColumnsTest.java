package io.streamgauge.app.files;

import static org.assertj.core.api.Assertions.assertThat;

import blue.strategic.parquet.ParquetWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading some columns gives the cells that reading all of them gives. */
class ParquetColumnsTest {
    private static final MessageType SCHEMA = Types.buildMessage()
            .optional(PrimitiveTypeName.INT64)
            .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
            .named("ts")
            .optional(PrimitiveTypeName.INT32)
            .as(LogicalTypeAnnotation.dateType())
            .named("day")
            .optional(PrimitiveTypeName.BINARY)
            .as(LogicalTypeAnnotation.stringType())
            .named("origin")
            .optional(PrimitiveTypeName.BOOLEAN)
            .named("late")
            .optional(PrimitiveTypeName.FLOAT)
            .named("speed")
            .required(PrimitiveTypeName.DOUBLE)
            .named("weight")
            .optional(PrimitiveTypeName.INT32)
            .as(LogicalTypeAnnotation.decimalType(2, 9))
            .named("price")
            .named("flights");

    @TempDir
    private Path directory;

    private Path file() throws IOException {
        Path file = directory.resolve("a.parquet");
        try (ParquetWriter<Integer> writer = ParquetWriter.writeFile(SCHEMA, file.toFile(), (i, values) -> {
            values.write("weight", i / 8.0);
            if (i % 3 != 0) {
                values.write("ts", 981_201_600_000_123L + i);
                values.write("origin", i % 2 == 0 ? "JFK" : "Zürich");
                values.write("late", i % 5 == 0);
            }
            if (i % 4 != 0) {
                values.write("day", i);
                values.write("speed", new Random(i).nextFloat());
                values.write("price", i);
            }
        })) {
            for (int i = 0; i < 5000; i++) {
                writer.write(i);
            }
        }
        return file;
    }

    private static List<String> cells(RowSource rows, List<String> columns) throws IOException {
        var cells = new ArrayList<String>();
        try (rows) {
            while (rows.next()) {
                for (String name : columns) {
                    int column = rows.columns().indexOf(name);
                    cells.add(rows.kind(column) + " " + rows.number(column) + " " + rows.text(column));
                }
            }
        }
        return cells;
    }

    @Test
    void someColumnsHoldWhatTheyHoldAmongAll() throws IOException {
        Path file = file();
        var plain = List.of("speed", "ts", "day", "origin", "late", "weight");

        RowSource some = RowSources.open(file, Set.copyOf(plain));

        assertThat(some).isInstanceOf(ParquetColumns.class);
        assertThat(some.columns()).doesNotContain("price").hasSize(plain.size());
        assertThat(cells(some, plain))
                .isEqualTo(cells(RowSources.open(file), plain))
                .hasSize(30_000);
    }

    @Test
    void rareTypesTakeTheOtherWay() throws IOException {
        RowSource rows = RowSources.open(file(), Set.of("price", "weight"));

        assertThat(rows).isInstanceOf(ParquetRows.class);
        rows.close();
    }

    @Test
    void columnsThatAreNotThereAreLeftOut() throws IOException {
        try (RowSource rows = RowSources.open(file(), Set.of("late", "no such"))) {
            assertThat(rows.columns()).containsExactly("late");
        }
    }
}
