package io.streamgauge.schemas.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholdersTest {
    @TempDir
    private Path directory;

    private Placeholders placeholders;

    @BeforeEach
    void writeFile() throws IOException {
        Files.writeString(directory.resolve("s.properties"), "user=ann\npassword=a$1\\\\b");
        placeholders = new Placeholders(directory, Map.of("HOST", "h", "NESTED", "${env:HOST}")::get);
    }

    @ParameterizedTest
    @CsvSource({
        "http://${env:HOST}:1/${env:HOST}, http://h:1/h",
        "${file:s.properties:user}, ann",
        "${file:s.properties:password}, a$1\\b",
        "${env:NESTED}, ${env:HOST}",
        "${vault:a:b}, ${vault:a:b}",
        "$HOME, $HOME",
    })
    void fillsIn(String text, String filled) {
        assertThat(placeholders.fill(text)).isEqualTo(filled);
    }

    @ParameterizedTest
    @CsvSource({
        "${env:NONE}, the environment variable NONE is not set",
        "${file:s.properties:none}, the file s.properties has no key none",
        "${file:none.properties:user}, the file none.properties is missing",
        "${file:s.properties}, written ${file:path:key}",
    })
    void saysWhatIsMissing(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> placeholders.fill(text))
                .withMessageContaining(message);
    }

    @Test
    void placeholdersAreRecognised() {
        assertThat(Placeholders.in("a ${env:X}")).isTrue();
        assertThat(Placeholders.in("a ${vault:X}")).isFalse();
    }
}
