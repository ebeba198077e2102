package io.streamgauge.schemas.importer.proto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

class WireReaderTest {
    private static ProtoMessage read(byte[] bytes) throws BrokenMessageException {
        return WireReader.read(bytes, Samples.NODE);
    }

    private static void isRefused(byte[] bytes, String why) {
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(BrokenMessageException.class)
                .hasMessageStartingWith("not a readable Node message: ")
                .hasMessageContaining(why);
    }

    @Test
    void nothingIsAMessageWithoutFields() throws BrokenMessageException {
        assertThat(read(new byte[0]).fields()).isEmpty();
    }

    @Test
    void packedNumbersAreThoseThatAreNot() throws BrokenMessageException {
        var packed = new ByteArrayOutputStream();
        Samples.lengthed(packed, 9, Samples.varints(1, 300, -1));

        assertThat(read(packed.toByteArray()).integers("counts")).containsExactly(1L, 300L, -1L);
        assertThat(read(Samples.varints(72, 1, 72, 300, 72, -1)).integers("counts"))
                .containsExactly(1L, 300L, -1L);
    }

    @Test
    void laterValueOfAFieldCountsAndMessagesAreMerged() throws BrokenMessageException {
        assertThat(read(Samples.varints(8, 1, 8, 2)).integer("count")).isEqualTo(2);
    }

    @Test
    void ofAGroupOfChoicesTheLastIsKept() throws BrokenMessageException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(Samples.varints(80, 7));
        Samples.lengthed(bytes, 11, new byte[] {'x'});

        assertThat(read(bytes.toByteArray()).fields()).containsExactly("right");
    }

    @Test
    void newerFieldsOfEveryWireTypeAreSkippedAndNoted() throws BrokenMessageException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(Samples.varints(20 << 3, 5));
        bytes.writeBytes(Samples.varints((21 << 3) | 1));
        bytes.writeBytes(new byte[8]);
        Samples.lengthed(bytes, 22, new byte[5]);
        bytes.writeBytes(Samples.varints((23 << 3) | 5));
        bytes.writeBytes(new byte[4]);
        bytes.writeBytes(Samples.varints((24 << 3) | 3, 1 << 3, 9, (2 << 3) | 3, (2 << 3) | 4, (24 << 3) | 4));
        bytes.writeBytes(Samples.varints(8, 42));

        ProtoMessage message = read(bytes.toByteArray());

        assertThat(message.integer("count")).isEqualTo(42);
        assertThat(message.unknownFields())
                .containsExactlyInAnyOrder("field 20", "field 21", "field 22", "field 23", "field 24");
    }

    @Test
    void choiceThatIsNotKnownIsItsNumber() throws BrokenMessageException {
        assertThat(read(Samples.varints(56, 2)).text("colour")).isEqualTo("GREEN");
        assertThat(read(Samples.varints(56, 77)).text("colour")).isEqualTo("77");
    }

    @Test
    void truncatedBytesAreRefused() {
        isRefused(Samples.varints(8), "end in the middle");
        isRefused(new byte[] {33, 1, 2, 3}, "end in the middle");
        isRefused(new byte[] {42, 5, 'a'}, "end in the middle");
        isRefused(Samples.varints((24 << 3) | 3, 8, 1), "end in the middle");
    }

    @Test
    void hugeLengthsAreRefusedAndNothingIsSetAside() {
        isRefused(Samples.varints(42, Integer.MAX_VALUE), "end in the middle");
        isRefused(Samples.varints(42, Long.MAX_VALUE), "end in the middle");
        isRefused(Samples.varints(66, -1), "end in the middle");
    }

    @Test
    void numbersAndFieldsThatCannotBeAreRefused() {
        isRefused(new byte[] {8, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1}, "more than ten bytes");
        isRefused(Samples.varints(0, 1), "no field has the number 0");
        isRefused(Samples.varints(1L << 32 << 3, 1), "no field has the number");
        isRefused(Samples.varints((20 << 3) | 6), "wire type 6");
        isRefused(Samples.varints((24 << 3) | 4), "wire type 4");
        isRefused(Samples.varints((24 << 3) | 3, (25 << 3) | 4), "wire type 4");
    }

    @Test
    void fieldsOfAnotherMessageAreRefused() {
        isRefused(Samples.varints(40, 1), "'name' is written as something else");
    }

    @Test
    void messagesTooDeepInOneAnotherAreRefused() {
        byte[] deep = new byte[0];
        for (int i = 0; i < 100; i++) {
            var outer = new ByteArrayOutputStream();
            Samples.lengthed(outer, 8, deep);
            deep = outer.toByteArray();
        }
        isRefused(deep, "nested more than 60 deep");
        var groups = new ByteArrayOutputStream();
        for (int i = 0; i < 100; i++) {
            Samples.varint(groups, (24 << 3) | 3);
        }
        isRefused(groups.toByteArray(), "nested more than 60 deep");
    }
}
