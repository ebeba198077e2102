package io.streamgauge.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.schemas.yaml.InvalidConfigException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the file holds, reading ends with a configuration or with a list of problems. */
class GarbageTest {
    @Property(tries = 1000)
    void anyText(@ForAll String text) {
        assertNeverThrowsAnythingElse(text);
    }

    @Property(tries = 1000)
    void anythingThatLooksLikeYaml(@ForAll("yamlish") String text) {
        assertNeverThrowsAnythingElse(text);
    }

    @Property(tries = 500)
    void validConfigurationWithAPartReplaced(
            @ForAll("yamlish") String part, @ForAll("position") int from, @ForAll("position") int length) {
        String valid = Fixtures.resource("taxi.yaml");
        int start = Math.min(from, valid.length());
        int end = Math.min(start + length % 40, valid.length());

        assertNeverThrowsAnythingElse(valid.substring(0, start) + part + valid.substring(end));
    }

    @Provide
    Arbitrary<String> yamlish() {
        return Arbitraries.of(
                        "models:",
                        "kafka:",
                        "alerts:",
                        "windows:",
                        "checks:",
                        "drift:",
                        "fraud:",
                        "{",
                        "}",
                        "[",
                        "]",
                        "\n",
                        "\n  ",
                        "\n    ",
                        "- ",
                        "? ",
                        ": ",
                        ", ",
                        "&a ",
                        "*a ",
                        "<<: ",
                        "!!set ",
                        "!x ",
                        "|\n ",
                        ">-\n ",
                        "'",
                        "\"",
                        "#",
                        "---",
                        "...",
                        "%YAML 1.1\n",
                        "~",
                        "null",
                        "1h",
                        "2 of 3",
                        "${env:X}",
                        "${file:a:b}",
                        "${file:\0:b}",
                        "\t",
                        "\u0000",
                        "\ud800",
                        "\ufeff",
                        "1e999",
                        "-0",
                        "999999999999d")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<Integer> position() {
        return Arbitraries.integers().between(0, 2000);
    }

    private static void assertNeverThrowsAnythingElse(String text) {
        try {
            Fixtures.parse(text);
        } catch (InvalidConfigException e) {
            assertThat(e.problems())
                    .isNotEmpty()
                    .allSatisfy(problem -> assertThat(problem.message()).isNotBlank());
        }
    }
}
