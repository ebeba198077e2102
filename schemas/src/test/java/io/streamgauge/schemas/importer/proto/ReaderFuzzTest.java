package io.streamgauge.schemas.importer.proto;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.schemas.importer.proto.Samples.Sample;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is read is a message, or one line that says why it is none. */
class ReaderFuzzTest {
    @Property(tries = 200)
    void textAndBytesOfAMessageReadAsTheSame(@ForAll long seed) throws BrokenMessageException {
        Sample sample = Samples.of(new Random(seed), 2);

        ProtoMessage ofText = TextReader.read(sample.text(), Samples.NODE);
        ProtoMessage ofBytes = WireReader.read(sample.bytes(), Samples.NODE);

        assertThat(Samples.shown(ofText)).isEqualTo(Samples.shown(ofBytes));
        assertThat(ofText.messages("child")).hasSize(2);
    }

    @Property(tries = 500)
    void anyBytesAreAMessageOrOneLine(@ForAll byte[] bytes) {
        bytesAreReadOrRefused(bytes);
    }

    @Property(tries = 1000)
    void brokenBytesAreAMessageOrOneLine(@ForAll long seed) {
        var random = new Random(seed);
        byte[] bytes = Samples.of(random, 2).bytes();
        for (int i = random.nextInt(3); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        bytesAreReadOrRefused(random.nextBoolean() ? bytes : Arrays.copyOf(bytes, random.nextInt(bytes.length)));
    }

    @Property(tries = 500)
    void anyTextIsAMessageOrOneLine(@ForAll String text) {
        textIsReadOrRefused(text);
    }

    @Property(tries = 1000)
    void brokenTextIsAMessageOrOneLine(@ForAll long seed) {
        var random = new Random(seed);
        var text = new StringBuilder(Samples.of(random, 2).text());
        String signs = "{}<>[]:;,'\"\\#-.x0\n";
        for (int i = random.nextInt(4); i >= 0; i--) {
            text.setCharAt(random.nextInt(text.length()), signs.charAt(random.nextInt(signs.length())));
        }
        text.setLength(random.nextBoolean() ? text.length() : random.nextInt(text.length()));
        textIsReadOrRefused(text.toString());
    }

    private static void bytesAreReadOrRefused(byte[] bytes) {
        try {
            assertThat(WireReader.read(bytes, Samples.NODE).type()).isEqualTo(Samples.NODE);
        } catch (BrokenMessageException e) {
            assertThat(e.getMessage()).startsWith("not a readable ").doesNotContain("\n");
        }
    }

    private static void textIsReadOrRefused(String text) {
        try {
            assertThat(TextReader.read(text, Samples.NODE).type()).isEqualTo(Samples.NODE);
        } catch (BrokenMessageException e) {
            assertThat(e.getMessage()).matches("line \\d+: .*").hasSizeLessThan(500);
        }
    }
}
