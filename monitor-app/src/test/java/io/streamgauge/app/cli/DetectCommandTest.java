package io.streamgauge.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import blue.strategic.parquet.ParquetWriter;
import io.streamgauge.app.Main;
import io.streamgauge.app.service.ExitCode;
import io.streamgauge.statistics.change.ChangeDetectors;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectCommandTest {
    /** Every fifth value is 1, and from 500 on every second. */
    private static final IntToDoubleFunction ERRORS = i -> i % (i < 500 ? 5 : 2) == 0 ? 1 : 0;

    @TempDir
    private Path directory;

    private Result detect(String detector, Path input, String... more) {
        var arguments = new ArrayList<>(
                List.of("detect", "--detector", detector, "--input", input.toString(), "--column", "x"));
        arguments.addAll(List.of(more));
        return Result.of(List.of(new DetectCommand()), arguments.toArray(String[]::new));
    }

    private Path csv(String text) throws IOException {
        return Files.writeString(directory.resolve("stream.csv"), text);
    }

    private static String column(String header, String row) {
        return header
                + IntStream.range(0, 1000)
                        .mapToObj(i -> row.formatted((int) ERRORS.applyAsDouble(i)))
                        .collect(Collectors.joining());
    }

    private Path errors() throws IOException {
        return csv(column("id,x\n", "a,%d\n"));
    }

    @Test
    void jsonIsOneObjectForEachChangeAndNothingElse() throws IOException {
        Result result = detect("ddm", errors(), "--format", "json");

        assertThat(result.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(result.err()).isEmpty();
        assertThat(result.out().lines())
                .allMatch(line -> line.matches("\\{\"index\":\\d+,\"level\":\"(warning|drift)\"}"))
                .anyMatch(line -> line.contains("drift"))
                .first()
                .asString()
                .contains("warning");
    }

    @Test
    void tableSumsUpAndDrawsTheStream() throws IOException {
        Result result = detect("ddm", errors());

        assertThat(result.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(result.out())
                .containsPattern("warning +row \\d+ +value ")
                .containsPattern("drift +row \\d+ +value ")
                .contains(" in 1,000 values of x, 0 row(s) passed over")
                .contains("by ddm:warm-start=30,warning-threshold=2,drift-threshold=3 (river)")
                .contains("\u2581", "\u2588", "^")
                .contains("one bar is the mean of 16 value(s)");
    }

    @ParameterizedTest
    @CsvSource({"warning,1", "drift,1", "never,0"})
    void exitCodeIsByTheLevelToFailOn(String level, int code) throws IOException {
        assertThat(detect("ddm", errors(), "--fail-on", level).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"warning,1", "drift,0", "never,0"})
    void warningsAloneFailOnlyWhereAsked(String level, int code) throws IOException {
        assertThat(detect("ddm:drift-threshold=100", errors(), "--fail-on", level)
                        .code())
                .isEqualTo(code);
    }

    @Test
    void steadyStreamIsFine() throws IOException {
        Result result = detect("adwin", csv("x\n" + "3\n".repeat(500)), "--format", "json");

        assertThat(result).isEqualTo(new Result(ExitCode.OK, "", ""));
    }

    @Test
    void everyFileFormatGivesTheSame() throws IOException {
        String expected = detect("hddm-a", errors(), "--format", "json").out();

        assertThat(expected).contains("drift");
        for (Path file : List.of(gzip(), jsonLines(), avro(), parquet())) {
            assertThat(detect("hddm-a", file, "--format", "json").out())
                    .as(file.toString())
                    .isEqualTo(expected);
        }
    }

    private Path gzip() throws IOException {
        Path file = directory.resolve("stream.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(column("x\n", "%d\n").getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private Path jsonLines() throws IOException {
        return Files.writeString(
                directory.resolve("stream.jsonl"),
                column("", "{\"x\": %d}\n").replace(": 1}", ": true}").replace(": 0}", ": false}"));
    }

    private Path avro() throws IOException {
        Path file = directory.resolve("stream.avro");
        Schema schema = SchemaBuilder.record("Row").fields().requiredDouble("x").endRecord();
        try (var writer = new DataFileWriter<GenericRecord>(new GenericDatumWriter<>(schema))) {
            writer.create(schema, file.toFile());
            for (int i = 0; i < 1000; i++) {
                writer.append(new GenericRecordBuilder(schema)
                        .set("x", ERRORS.applyAsDouble(i))
                        .build());
            }
        }
        return file;
    }

    private Path parquet() throws IOException {
        Path file = directory.resolve("stream.parquet");
        MessageType schema = Types.buildMessage()
                .required(PrimitiveTypeName.DOUBLE)
                .named("x")
                .named("row");
        try (ParquetWriter<Double> writer =
                ParquetWriter.writeFile(schema, file.toFile(), (value, values) -> values.write("x", value))) {
            for (int i = 0; i < 1000; i++) {
                writer.write(ERRORS.applyAsDouble(i));
            }
        }
        return file;
    }

    @Test
    void rowsWithoutANumberArePassedOverAndCountInTheIndex() throws IOException {
        String numbers = detect("adwin:clock=1", csv("x\n" + "0\n".repeat(100) + "9\n".repeat(50)), "--format", "json")
                .out();
        Result gaps = detect(
                "adwin:clock=1",
                csv("id,x\na,NaN\na,\na,inf\n" + "a,0\n".repeat(100) + "a,9\n".repeat(50)),
                "--format",
                "json");

        assertThat(index(gaps.out())).isEqualTo(index(numbers) + 3);
        assertThat(gaps.err()).isEqualToIgnoringNewLines("3 row(s) without a finite number");
    }

    private static int index(String json) {
        return Integer.parseInt(json.lines().findFirst().orElseThrow().replaceAll("\\D", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "adwin | y\\n1\\n           | stream.csv has no column named x; there are y",
                "adwin | x\\n               | the file holds no rows",
                "adwin | x,y\\n,1\\nNaN,2\\n | column x holds no number in 2 rows",
                "adwin | x\\n1\\nabc\\n     | stream.csv, line 3: column x holds 'abc', a detector needs numbers",
                "adwin | x\\n1e200\\n       | column x: adwin takes a number between -1e100 and 1e100, found 1.0E200",
                "ddm   | x\\n1\\n0.5\\n     | line 3: column x: ddm takes 0 (right) or 1 (wrong), found 0.5",
                "hddm-w| x\\n1\\n-2\\n      | line 3: column x: hddm-w takes a number from 0 to 1, found -2.0",
                "adwim | x\\n1\\n           | no detector is named 'adwim', there are: adwin,",
                "'adwin:delta=0' | x\\n1\\n | adwin: delta must be in (0, 1), found 0.0",
                "'ddm:delta=0' | x\\n1\\n   | ddm has no parameter 'delta', it has: warm-start,",
            })
    void badInputIsOneLineAndExitsWithTwo(String detector, String text, String message) throws IOException {
        Result result = detect(detector, csv(text.replace("\\n", "\n")), "--format", "json");

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains(message).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(result.err().lines()).hasSize(2);
    }

    @Test
    void brokenFileIsOneLineAndExitsWithThree() throws IOException {
        for (Path file : List.of(csv(""), directory.resolve("none.csv"), directory.resolve("stream.txt"))) {
            Result result = detect("adwin", file);

            assertThat(result.code()).isEqualTo(ExitCode.FAILURE);
            assertThat(result.out()).isEmpty();
            assertThat(result.err().lines()).singleElement().asString().contains(file.toString());
        }
    }

    @Test
    void programKnowsTheCommandAndItsHelpNamesEveryDetector() {
        var out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true, StandardCharsets.UTF_8);

        assertThat(Main.run(new String[] {"detect", "--help"}, print, print)).isEqualTo(ExitCode.OK);

        // On a narrow terminal long lines are broken.
        String help = out.toString(StandardCharsets.UTF_8).replaceAll("\\s", "");
        assertThat(ChangeDetectors.defaults())
                .extracting(settings -> settings.specification() + "(" + settings.variant() + ")")
                .allSatisfy(line -> assertThat(help).contains(line.replace(" ", "")));
    }

    private Path twoColumnsOfWhichOneDoubles() throws IOException {
        return csv("a,b\n"
                + IntStream.range(0, 40)
                        .mapToObj(i -> "%d,%d\n"
                                .formatted(
                                        10 + 5 * (i % 4) + i % 3 % 2, (i < 36 ? 1 : 2) * (20 + 10 * (i % 4) + i % 2)))
                        .collect(Collectors.joining()));
    }

    private Result together(String detector, String... more) throws IOException {
        var arguments = new ArrayList<>(List.of("detect", "--detector", detector, "--columns", "a,b"));
        arguments.addAll(List.of("--input", twoColumnsOfWhichOneDoubles().toString()));
        arguments.addAll(List.of(more));
        return Result.of(List.of(new DetectCommand()), arguments.toArray(String[]::new));
    }

    @Test
    void columnsAreJudgedTogetherAndTheOneThatMovedIsNamed() throws IOException {
        Result json = together("seasonal-naive:period=4,cycles=6,run=2", "--format", "json");

        assertThat(json.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(json.out().lines().toList()).hasSize(2);
        assertThat(json.out().lines().findFirst().orElseThrow())
                .startsWith("{\"index\":36,\"level\":\"warning\",\"moved\":[{\"column\":\"b\",\"expected\":");
        assertThat(together("seasonal-naive:period=4,cycles=6,run=2").out())
                .contains(
                        "warning  row 36",
                        "b 40",
                        "drift    row 37",
                        "1 drift(s), 1 run(s) of warnings in 40 rows of 2 columns");
    }

    @Test
    void columnsAreTakenTogetherByAForecastOnly() throws IOException {
        Result result = together("adwin");

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err())
                .contains("several columns are judged by a forecast, holt-winters or seasonal-naive; got adwin");
    }
}
