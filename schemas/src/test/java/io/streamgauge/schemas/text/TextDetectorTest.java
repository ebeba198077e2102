package io.streamgauge.schemas.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every detector fires on what it looks for, also inside of a sentence, and is silent on what only resembles it. */
class TextDetectorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "email; ann@example.org",
                "email; first.last+tag@mail.example.co.uk",
                "phone; +49 30 901820",
                "phone; +14155550123",
                "phone; (415) 555-0123",
                "phone; 415-555-0123",
                "payment-card; 4111111111111111",
                "payment-card; 5555 5555 5555 4444",
                "payment-card; 3782-822463-10005",
                "payment-card; 6011111111111117",
                "payment-card; 30569309025904",
                "payment-card; 3530111333300000",
                "iban; DE89370400440532013000",
                "iban; GB82 WEST 1234 5698 7654 32",
                "iban; NO9386011117947",
                "national-id; 219-09-9999",
                "national-id; 12345678Z",
                "national-id; X1234567L",
                "national-id; 255081416802538",
                "national-id; 2 55 08 14 168 025 38",
                "national-id; 529.982.247-25",
                "national-id; 131052-308T",
                "secret; AKIAIOSFODNN7EXAMPLE",
                "secret; ghp_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8",
                "secret; -----BEGIN RSA PRIVATE KEY-----",
                "secret; -----BEGIN PRIVATE KEY-----",
                "secret; eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N",
                "secret; Bearer 3f9a8c7be12d4650a9f1c2d3",
                "secret; xoxb-1234567890-abcdefGHIJKL",
            })
    void firesAloneAndInASentence(String word, String text) {
        assertThat(fires(word, text)).isTrue();
        assertThat(fires(word, "wörds before: " + text + ", and behind")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "email; at the @ sign",
                "email; ann@localhost",
                "email; @handle.example",
                "email; 3 @ 4.50",
                "email; ann@1.2",
                "phone; 4155550123",
                "phone; 1+2 = 3",
                "phone; +0 123 456 789",
                "phone; +1234567",
                "phone; 2026-11-23 10:15:00",
                "phone; 115-055-0123",
                "payment-card; 4111111111111112",
                "payment-card; 1732356000000",
                "payment-card; 1732356000000000",
                "payment-card; 41111111111111110000",
                "payment-card; 0.4111111111111111",
                "payment-card; id4111111111111111",
                "payment-card; 1234 5678 9012 3452",
                "iban; DE89370400440532013001",
                "iban; XX89370400440532013000",
                "iban; DE8937040044053201300",
                "iban; ORDER12345678901234",
                "national-id; 000-12-3456",
                "national-id; 666-12-3456",
                "national-id; 219099999",
                "national-id; 12345678A",
                "national-id; X1234567A",
                "national-id; 255081416802539",
                "national-id; 529.982.247-26",
                "national-id; 111.111.111-11",
                "national-id; 131052-308U",
                "national-id; 2026-11-23",
                "secret; AKIAAAAAAAAAAAAAAAAA",
                "secret; ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "secret; AKIA is a prefix",
                "secret; -----BEGIN CERTIFICATE-----",
                "secret; eyJ.eyJ.x",
                "secret; Bearer of good news to all of them",
                "secret; 5f2c9d1e-8a7b-4c3d-9e0f-112233445566",
            })
    void isSilentOnWhatOnlyResembles(String word, String text) {
        assertThat(fires(word, text)).isFalse();
        assertThat(fires(word, "words before: " + text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "Cash",
                "Flash Cab",
                "1732356000000",
                "2026-11-23T10:15:00Z",
                "-87.6298",
                "1.7976931348623157E308",
                "5f2c9d1e-8a7b-4c3d-9e0f-112233445566",
                "00042",
                "ORD",
                "N12345",
                "3.14159265358979",
                "192.168.0.1",
                "Ünïcode 🙂",
                "https://example.org/path?x=1&y=2",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
            })
    void everydayValuesAreInnocent(String text) {
        assertThat(TextDetector.values()).noneMatch(detector -> fires(detector.word(), text));
    }

    @Test
    void randomNumbersAndIdsAreHardlyEverTakenForMore() {
        var random = new Random(7);
        int found = 0;
        for (int i = 0; i < 20_000; i++) {
            String text = i % 2 == 0
                    ? Long.toString(1_000_000_000_000L + random.nextInt(Integer.MAX_VALUE))
                    : Long.toHexString(random.nextLong());
            for (TextDetector detector : TextDetector.values()) {
                found += fires(detector.word(), text) ? 1 : 0;
            }
        }

        assertThat(found).isLessThan(20);
    }

    @Property(tries = 500)
    void looksAtNoByteOutsideOfTheText(@ForAll String text, @ForAll byte around) {
        byte[] alone = text.getBytes(UTF_8);
        byte[] inside = new byte[alone.length + 40];
        Arrays.fill(inside, around);
        System.arraycopy(alone, 0, inside, 20, alone.length);

        for (TextDetector detector : TextDetector.values()) {
            assertThat(detector.isIn(inside, 20, alone.length)).isEqualTo(detector.isIn(alone, 0, alone.length));
        }
    }

    @ParameterizedTest
    @EnumSource(TextDetector.class)
    void noTextMakesItSlow(TextDetector detector) {
        for (String piece :
                new String[] {"a", "@", "a@a.", "+1", "4", "4 ", "DE89", "eyJ", "Bearer ", "-----BEGIN ", "AKIA", "1-"
                }) {
            byte[] text = piece.repeat(1_000_000 / piece.length()).getBytes(UTF_8);
            assertThatCode(() ->
                            Assertions.assertTimeout(Duration.ofSeconds(5), () -> detector.isIn(text, 0, text.length)))
                    .doesNotThrowAnyException();
        }
    }

    private static boolean fires(String word, String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        return TextDetector.ofWord(word).orElseThrow().isIn(utf8, 0, utf8.length);
    }
}
