package io.streamgauge.schemas.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.decode.AgeField;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.profile.Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineFileTest {
    @TempDir
    Path directory;

    private Path written(Baseline baseline) throws IOException {
        Path file = directory.resolve("flights.baseline");
        BaselineFile.write(file, baseline);
        return file;
    }

    @Test
    void whatIsReadIsWhatWasWritten() throws IOException {
        Baseline baseline = Flights.baseline(2000);

        Baseline read = BaselineFile.read(written(baseline));

        assertThat(read.id()).isEqualTo(baseline.id());
        assertThat(read.model()).isEqualTo("delay");
        assertThat(read.version()).isEqualTo("1");
        assertThat(read.windowSize()).isEqualTo(baseline.windowSize());
        assertThat(read.schema()).isEqualTo(baseline.schema());
        for (Source source : Source.values()) {
            assertThat(read.windows(source)).hasSameSizeAs(baseline.windows(source));
            assertThat(read.windows(source))
                    .extracting(ReferenceWindow::busy)
                    .isEqualTo(baseline.windows(source).stream()
                            .map(ReferenceWindow::busy)
                            .toList());
        }
        assertThat(BaselineFile.toJson(read)).isEqualTo(BaselineFile.toJson(baseline));
    }

    @Test
    void agesAreKeptAndPartOfTheContent() throws IOException {
        Baseline plain = Flights.baseline(2000);
        NumericProfile ages = AgeField.GRID.newProfile();
        ages.add(90);
        List<Profile> windows = plain.windows(Source.FEATURES).stream()
                .<Profile>map(window -> window.count() == 0 ? AgeField.GRID.newProfile() : ages)
                .toList();
        Baseline aged = plain.withAges(List.of(new AgeBaseline(Source.FEATURES, "delay", ages, windows)));

        Baseline read = BaselineFile.read(written(aged));

        assertThat(read.id()).isEqualTo(aged.id()).isNotEqualTo(plain.id());
        assertThat(read.ages(Source.FEATURES)).singleElement().satisfies(age -> {
            assertThat(age.name()).isEqualTo("delay");
            assertThat(age.total().toBytes()).isEqualTo(ages.toBytes());
            assertThat(age.windows()).hasSameSizeAs(windows);
        });
        assertThat(read.ages(Source.LABELS)).isEmpty();
        assertThat(read.withAges(List.of()).id()).isEqualTo(plain.id());
        assertThat(BaselineFile.toJson(read))
                .contains("\"ages\":[{\"source\":\"features\",\"name\":\"delay\",\"count\":1,");
        assertThat(BaselineFile.toJson(plain)).doesNotContain("\"ages\"");
    }

    @Test
    void slicesAreKeptAndPartOfTheContent() throws IOException {
        Baseline baseline = Flights.sliced(2000);

        Baseline read = BaselineFile.read(written(baseline));

        assertThat(read.id())
                .isEqualTo(baseline.id())
                .isNotEqualTo(Flights.baseline(2000).id());
        assertThat(read.slices(Source.FEATURES))
                .extracting(slice -> slice.slice() + ": " + slice.definition() + ": "
                        + slice.totals().get(1).count())
                .containsExactlyElementsOf(baseline.slices(Source.FEATURES).stream()
                        .map(slice -> slice.slice() + ": " + slice.definition() + ": "
                                + slice.totals().get(1).count())
                        .toList());
        assertThat(read.slices(Source.LABELS)).extracting(SliceBaseline::slice).containsExactly("late");
    }

    @Test
    void slicesByValueSumToAllRows() throws IOException {
        Baseline baseline = Flights.sliced(2000);
        var total = baseline.features(Source.FEATURES).get(0).layout().newProfile();
        baseline.slices(Source.FEATURES).stream()
                .filter(slice -> slice.slice().startsWith("origin="))
                .forEach(slice -> total.mergeFrom(slice.totals().get(0)));

        assertThat(total.toBytes())
                .isEqualTo(baseline.features(Source.FEATURES).get(0).total().toBytes());
        assertThat(baseline.slices(Source.FEATURES)).hasSize(4);
    }

    @Test
    void withoutAFeatureItsProfilesAreGoneFromSlicesToo() throws IOException {
        Baseline baseline = Flights.sliced(500);
        var distance = baseline.features(Source.FEATURES).get(0).schema();

        assertThat(baseline.without(Set.of(distance)).slices(Source.FEATURES))
                .hasSize(4)
                .allSatisfy(slice -> assertThat(slice.totals()).hasSize(2));
    }

    @Test
    void equalBaselinesGiveEqualFilesAndLeaveNothingBeside() throws IOException {
        byte[] first = Files.readAllBytes(written(Flights.baseline(500)));
        byte[] second = Files.readAllBytes(written(Flights.baseline(500)));

        assertThat(second).isEqualTo(first);
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void missingFileIsOneClearLine() {
        Path file = directory.resolve("none");

        assertThatThrownBy(() -> BaselineFile.read(file))
                .isInstanceOf(InvalidBaselineException.class)
                .hasMessage("baseline file %s does not exist", file);
    }

    @Test
    void fileOfAnotherKindIsOneClearLine() throws IOException {
        Path text = Files.writeString(directory.resolve("a.csv"), "a,b\n1,2\n");
        Path avro = directory.resolve("b.avro");
        try (var writer = new DataFileWriter<>(new GenericDatumWriter<>())) {
            writer.create(Schema.create(Schema.Type.STRING), avro.toFile());
        }

        assertThatThrownBy(() -> BaselineFile.read(text))
                .isInstanceOf(InvalidBaselineException.class)
                .hasMessage("%s is not a baseline file: build one with 'baseline build'", text);
        assertThatThrownBy(() -> BaselineFile.read(avro))
                .isInstanceOf(InvalidBaselineException.class)
                .hasMessage("%s is an Avro file, but not a baseline: build one with 'baseline build'", avro);
    }

    @Test
    void otherFormatVersionIsOneClearLine() throws IOException {
        Path file = directory.resolve("later");
        try (var out = new ByteArrayOutputStream();
                var writer = new DataFileWriter<>(new GenericDatumWriter<>())) {
            writer.setMeta("streamgauge.format", "2");
            writer.create(BaselineRecords.SCHEMA, out);
            writer.flush();
            Files.write(file, out.toByteArray());
        }

        assertThatThrownBy(() -> BaselineFile.read(file))
                .isInstanceOf(InvalidBaselineException.class)
                .hasMessage("baseline file %s has format 2, this program reads format 1: build it again", file);
    }

    @Test
    void fileCutAnywhereIsOneClearLine() throws IOException {
        byte[] good = Files.readAllBytes(written(Flights.baseline(300)));
        Path cut = directory.resolve("cut");

        for (int length = 0; length < good.length; length += 1 + length % 13) {
            Files.write(cut, Arrays.copyOf(good, length));
            assertThatThrownBy(() -> BaselineFile.read(cut))
                    .isInstanceOf(InvalidBaselineException.class)
                    .message()
                    .hasLineCount(1)
                    .contains("cut");
        }
    }

    @Test
    void damagedContentIsNeverReadAsAnotherBaseline() throws IOException {
        Baseline baseline = Flights.baseline(300);
        byte[] good = Files.readAllBytes(written(baseline));
        Path damaged = directory.resolve("damaged");
        Random random = new Random(7);
        // Behind the schema: the deflated blocks.
        int blocks = indexOf(good, baseline.id()) + 16 + 8;

        for (int i = 0; i < 300; i++) {
            byte[] bytes = good.clone();
            bytes[blocks + random.nextInt(good.length - blocks - 16)] ^= (byte) (1 << random.nextInt(8));
            Files.write(damaged, bytes);
            assertThat(idOf(damaged)).isIn("invalid", baseline.id());
        }
    }

    /** A bit may be one that pads the last byte of a block: then the content is the same, and so is its hash. */
    private static String idOf(Path file) throws IOException {
        try {
            return BaselineFile.read(file).id();
        } catch (InvalidBaselineException e) {
            return "invalid";
        }
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }

    @Test
    void jsonIsOneLineWithTotalsAndWindows() throws IOException {
        String text = BaselineFile.toJson(Flights.baseline(200));

        JsonNode json = new ObjectMapper().readTree(text);
        assertThat(text).doesNotContain("\n");
        assertThat(json.get("model").asText()).isEqualTo("delay");
        assertThat(json.get("features")).hasSize(4);
        assertThat(json.get("features").get(0).get("count").asInt()).isEqualTo(200);
        assertThat(json.get("features").get(1).get("bins").get(0).get("bin").asText())
                .isEqualTo("ATL");
        assertThat(json.get("windows").get(0).get("start").asText()).isEqualTo("2001-01-01T05:00:00Z");
    }
}
