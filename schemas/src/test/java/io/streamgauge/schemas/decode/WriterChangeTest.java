package io.streamgauge.schemas.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class WriterChangeTest {
    private static Schema record(String fields) {
        return new Schema.Parser()
                .parse("{\"type\": \"record\", \"name\": \"Trip\", \"fields\": [%s]}".formatted(fields));
    }

    private static String field(String name, String type) {
        return "{\"name\": \"%s\", \"type\": %s}".formatted(name, type);
    }

    private static String change(String before, String after) {
        return WriterChange.between(record(before), record(after));
    }

    @Test
    void namesWhatWasAddedRemovedPromotedAndChanged() {
        String before = String.join(
                ",",
                field("fare", "\"double\""),
                field("n", "\"int\""),
                field("zone", "\"string\""),
                field("x", "\"int\""));
        String after = String.join(
                ",",
                field("n", "\"long\""),
                field("tip", "[\"null\", \"double\"]"),
                field("x", "[\"null\", \"int\"]"),
                field("zone", "\"int\""));

        assertThat(change(before, after))
                .isEqualTo("adds tip (double?), removes fare, promotes n from int to long, promotes x from int to int?,"
                        + " changes zone from string to int");
    }

    @Test
    void namesTheFieldsWithinARecordByTheirPathAndARecordThatComesOnce() {
        String inner = "{\"type\": \"record\", \"name\": \"Place\", \"fields\": [%s]}";
        String place = inner.formatted(field("lat", "\"double\""));
        String wider = inner.formatted(field("lat", "\"double\"") + "," + field("lon", "\"double\""));

        assertThat(change(field("at", place), field("at", wider))).isEqualTo("adds at.lon (double)");
        assertThat(change(field("n", "\"int\""), field("n", "\"int\"") + "," + field("at", wider)))
                .isEqualTo("adds at (record)");
    }

    @Test
    void orderDocsAndDefaultsAreNoChange() {
        assertThat(change(
                        field("a", "\"int\"") + "," + field("b", "\"long\""),
                        field("b", "\"long\"")
                                + ", {\"name\": \"a\", \"type\": \"int\", \"doc\": \"new\", \"default\": 1}"))
                .isEmpty();
    }

    @Test
    void logicalTypesSymbolsAndListsCount() {
        assertThat(change(
                        field("ts", "\"long\""),
                        field("ts", "{\"type\": \"long\", \"logicalType\": \"timestamp-millis\"}")))
                .isEqualTo("changes ts from long to timestamp-millis");
        assertThat(change(
                        field("e", "{\"type\": \"enum\", \"name\": \"E\", \"symbols\": [\"A\"]}"),
                        field("e", "{\"type\": \"enum\", \"name\": \"E\", \"symbols\": [\"A\", \"B\"]}")))
                .isEqualTo("changes e from enum(A) to enum(A|B)");
        assertThat(change(
                        field("l", "{\"type\": \"array\", \"items\": \"int\"}"),
                        field("l", "{\"type\": \"map\", \"values\": \"int\"}")))
                .isEqualTo("changes l from int[] to map of int");
    }

    @Test
    void aRecordWithinItselfEnds() {
        String node = field("next", "[\"null\", \"Trip\"]");

        assertThat(change(node, node + "," + field("n", "\"int\""))).isEqualTo("adds n (int)");
    }

    @Test
    void manyFieldsAreCountedAndTheTextIsBounded() {
        String many = IntStream.range(0, 400)
                .mapToObj(i -> field("field_with_a_long_name_that_fills_the_text_" + i + "_".repeat(100), "\"int\""))
                .collect(Collectors.joining(","));

        assertThat(change(field("a", "\"int\""), field("a", "\"int\"") + "," + many))
                .hasSizeLessThanOrEqualTo(500);
        assertThat(change(
                        field("a", "\"int\""),
                        IntStream.range(0, 8)
                                .mapToObj(i -> field("f" + i, "\"int\""))
                                .collect(Collectors.joining(","))))
                .isEqualTo("adds f0 (int), f1 (int), f2 (int), f3 (int), f4 (int) and 3 more, removes a");
    }
}
