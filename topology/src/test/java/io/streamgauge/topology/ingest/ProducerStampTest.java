package io.streamgauge.topology.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.checks.PipelineSettings;
import java.nio.ByteBuffer;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class ProducerStampTest {
    private final ProducerStamp stamp = new ProducerStamp(new PipelineSettings(true, 0.1, null, null, "who", "no"));

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] eightBytes(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    private long number(byte[] value) {
        stamp.read(new RecordHeaders().add("who", utf8("p")).add("no", value));
        return stamp.number();
    }

    @Test
    void theNumberIsDigitsOrEightBytes() {
        assertThat(number(utf8("0"))).isZero();
        assertThat(number(utf8("12345678"))).as("eight bytes that are digits").isEqualTo(12_345_678);
        assertThat(number(eightBytes(7))).isEqualTo(7);
        assertThat(number(eightBytes(Long.MAX_VALUE))).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void anythingElseIsNoNumber() {
        assertThat(number(utf8("-1"))).isEqualTo(ProducerStamp.NO_NUMBER);
        assertThat(number(eightBytes(-5))).isEqualTo(ProducerStamp.NO_NUMBER);
        assertThat(number(utf8(""))).isEqualTo(ProducerStamp.NO_NUMBER);
        assertThat(number(utf8("1".repeat(19)))).isEqualTo(ProducerStamp.NO_NUMBER);
        assertThat(number(new byte[] {1, 2, 3})).isEqualTo(ProducerStamp.NO_NUMBER);
    }

    @Test
    void theLastHeaderOfANameCountsAndLongNamesAreCut() {
        stamp.read(new RecordHeaders()
                .add("who", utf8("a"))
                .add("who", utf8("b".repeat(500)))
                .add("other", utf8("c")));

        assertThat(stamp.producer()).isEqualTo("b".repeat(100));
        assertThat(stamp.number()).isEqualTo(ProducerStamp.NO_NUMBER);
    }

    @Test
    void nothingIsCarriedOverFromTheRecordBefore() {
        stamp.read(new RecordHeaders().add("who", utf8("a")).add("no", utf8("1")));
        stamp.read(new RecordHeaders());

        assertThat(stamp.producer()).isNull();
        assertThat(stamp.number()).isEqualTo(ProducerStamp.NO_NUMBER);
    }

    @Test
    void headersAreNotReadWhereNobodyAsks() {
        var idle = new ProducerStamp(new PipelineSettings(false, null, null, null));
        idle.read(new RecordHeaders().add(PipelineSettings.PRODUCER_HEADER, utf8("a")));

        assertThat(idle.producer()).isNull();
    }
}
