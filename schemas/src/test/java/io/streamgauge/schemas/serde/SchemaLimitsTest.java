package io.streamgauge.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.SchemaParseException;
import org.junit.jupiter.api.Test;

class SchemaLimitsTest {

    @Test
    void recursiveTypesAreFine() {
        String list = """
                {"type":"record","name":"Node","fields":[{"name":"next","type":["null","Node"],"default":null}]}""";

        assertThat(SchemaLimits.parse(list).getName()).isEqualTo("Node");
    }

    @Test
    void tooLargeTooDeepOrTooWideIsRefused() {
        assertRefused("\"" + "x".repeat(SchemaLimits.MAX_BYTES) + "\"", "larger");
        assertRefused("{\"type\":\"array\",\"items\":".repeat(40) + "\"int\"" + "}".repeat(40), "deeper");
        String fields = IntStream.rangeClosed(0, SchemaLimits.MAX_FIELDS)
                .mapToObj(i -> "{\"name\":\"f" + i + "\",\"type\":\"int\"}")
                .collect(Collectors.joining(","));
        assertRefused("{\"type\":\"record\",\"name\":\"Wide\",\"fields\":[" + fields + "]}", "fields");
    }

    @Test
    void whatIsNoSchemaIsRefused() {
        assertRefused("{\"type\":\"record\"}", "");
        assertRefused("<html>", "");
        assertRefused("", "");
        assertRefused("{\"type\":\"array\",\"items\":".repeat(5000), "");
    }

    private static void assertRefused(String text, String reason) {
        assertThatThrownBy(() -> SchemaLimits.parse(text))
                .isInstanceOf(SchemaParseException.class)
                .hasMessageContaining(reason);
    }
}
