package io.streamgauge.schemas.importer.tfdv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.schemas.importer.proto.BrokenMessageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TfRecordsTest {
    @TempDir
    private Path directory;

    private static int masked(byte[] bytes) {
        var crc = new CRC32C();
        crc.update(bytes);
        int value = (int) crc.getValue();
        return ((value >>> 15) | (value << 17)) + 0xa282ead8;
    }

    private static byte[] record(byte[] content) {
        byte[] length = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(content.length)
                .array();
        return ByteBuffer.allocate(16 + content.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(length)
                .putInt(masked(length))
                .put(content)
                .putInt(masked(content))
                .array();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void checksumIsThatOfTheFormat() {
        // crc32c("123456789") is 0xe3069283, a value that is published with the polynomial.
        assertThat(masked(bytes("123456789"))).isEqualTo(((0xe3069283 >>> 15) | (0xe3069283 << 17)) + 0xa282ead8);
    }

    @Test
    void recordsAreReadInTheirOrder() throws BrokenMessageException {
        var file = new ByteArrayOutputStream();
        file.writeBytes(record(bytes("one")));
        file.writeBytes(record(bytes("")));
        file.writeBytes(record(bytes("three")));

        assertThat(TfRecords.recognises(file.toByteArray())).isTrue();
        assertThat(TfRecords.read(file.toByteArray())).containsExactly(bytes("one"), bytes(""), bytes("three"));
    }

    @Test
    void otherBytesAreNotRecognised() {
        assertThat(TfRecords.recognises(bytes("datasets { name: 'a file of text' }")))
                .isFalse();
        assertThat(TfRecords.recognises(new byte[3])).isFalse();
    }

    @Test
    void everyCutIsRefused() {
        byte[] whole = record(bytes("content"));
        for (int length = 1; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> TfRecords.read(cut))
                    .isInstanceOf(BrokenMessageException.class)
                    .hasMessageStartingWith("TFRecord ");
        }
    }

    @Test
    void everyChangedByteIsNoticed() {
        byte[] whole = record(bytes("content"));
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 4;
            assertThatThrownBy(() -> TfRecords.read(changed)).isInstanceOf(BrokenMessageException.class);
        }
    }

    @Test
    void hugeLengthWithItsRightChecksumIsRefused() {
        byte[] length = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(Long.MAX_VALUE)
                .array();
        byte[] file = ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(length)
                .putInt(masked(length))
                .array();

        assertThatThrownBy(() -> TfRecords.read(file)).hasMessageContaining("is truncated: record 1 needs");
    }

    @Test
    void statisticsAreReadFromARecordFromBytesAndFromText() throws IOException {
        // datasets { num_examples: 3 }
        byte[] message = {10, 2, 16, 3};
        Path records = Files.write(directory.resolve("stats.tfrecord"), record(message));
        Path wire = Files.write(directory.resolve("stats.pb"), message);
        Path text = Files.writeString(directory.resolve("stats.pbtxt"), "datasets { num_examples: 3 }");

        for (Path file : new Path[] {records, wire, text}) {
            assertThat(TfdvStatistics.read(file).byCount().examples()).isEqualTo(3);
        }
    }

    @Test
    void brokenFileIsOneLineThatNamesIt() throws IOException {
        byte[] changed = record(new byte[] {10, 2, 16, 3});
        changed[13] ^= 1;
        Path file = Files.write(directory.resolve("stats.tfrecord"), changed);

        assertThatThrownBy(() -> TfdvStatistics.read(file))
                .isInstanceOf(BrokenMessageException.class)
                .hasMessage(file + ": TFRecord with a wrong checksum in record 1");
    }

    @Test
    void messageOfAnotherTypeIsOneLineThatNamesTheFile() throws IOException {
        Path schema = Files.writeString(directory.resolve("schema.pbtxt"), "feature { name: 'a' type: INT }");

        assertThatThrownBy(() -> TfdvStatistics.read(schema))
                .isInstanceOf(BrokenMessageException.class)
                .hasMessageStartingWith(schema + ": line 1: DatasetFeatureStatistics has no field 'feature'");
    }
}
