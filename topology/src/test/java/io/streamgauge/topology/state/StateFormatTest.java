package io.streamgauge.topology.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class StateFormatTest {
    @Property(tries = 300)
    void keysSortAsTheirNumbersDo(@ForAll long a, @ForAll long b) {
        int byKey = new StateWriter()
                .number(a)
                .toKey()
                .compareTo(new StateWriter().number(b).toKey());

        assertThat(Integer.signum(byKey)).isEqualTo(Long.compare(a, b));
    }

    @Property(tries = 300)
    void keysSortAsTheirSmallNumbersDo(@ForAll int a, @ForAll int b) {
        int byKey = new StateWriter()
                .number(a)
                .toKey()
                .compareTo(new StateWriter().number(b).toKey());

        assertThat(Integer.signum(byKey)).isEqualTo(Integer.compare(a, b));
    }

    @Property(tries = 300)
    void readsWhatWasWritten(
            @ForAll byte tag,
            @ForAll int integer,
            @ForAll long number,
            @ForAll byte[] bytes,
            @ForAll("texts") String text) {
        byte[] written = new StateWriter()
                .tag(tag)
                .text(text)
                .number(integer)
                .bytes(bytes)
                .number(number)
                .toBytes();
        var in = new StateReader(written, "a test");

        assertThat(in.tag()).isEqualTo(tag);
        assertThat(in.text()).isEqualTo(text);
        assertThat(in.integer()).isEqualTo(integer);
        assertThat(in.bytes()).isEqualTo(bytes);
        assertThat(in.hasMore()).isTrue();
        assertThat(in.number()).isEqualTo(number);
        assertThat(in.hasMore()).isFalse();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withCharRange(' ', '\ud7ff').ofMaxLength(400);
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        assertThat(new StateReader(new StateWriter().text("a".repeat(0xffff)).toBytes(), "a test").text())
                .hasSize(0xffff);
        assertThatThrownBy(() -> new StateWriter().text("a".repeat(0x10000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("65536");
    }

    @Test
    void aLengthBeyondTheBytesAllocatesNothingAndIsRefused() {
        byte[] huge = {0x7f, -1, -1, -1, 1, 2};
        byte[] negative = {-1, -1, -1, -1, 1, 2};

        assertThatThrownBy(() -> new StateReader(huge, "a test").bytes())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a test is cut short");
        assertThatThrownBy(() -> new StateReader(negative, "a test").bytes())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("garbled");
    }

    @Test
    void anotherVersionIsRefusedWithBothNumbers() {
        assertThatThrownBy(() -> new StateReader(new byte[] {2}, "a test").expectVersion(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2")
                .hasMessageContaining("1");
    }
}
