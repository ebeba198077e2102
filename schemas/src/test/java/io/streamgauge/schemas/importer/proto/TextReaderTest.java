package io.streamgauge.schemas.importer.proto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextReaderTest {
    private static ProtoMessage read(String text) throws BrokenMessageException {
        return TextReader.read(text, Samples.NODE);
    }

    @Test
    void commentsBlanksAndSeparatorsDoNotMatter() throws BrokenMessageException {
        ProtoMessage message = read("# a comment: { \ncount: 3;on:true,child<count:4>child:{count:5}# end");

        assertThat(message.integer("count")).isEqualTo(3);
        assertThat(message.messages("child"))
                .extracting(child -> child.integer("count"))
                .containsExactly(4L, 5L);
    }

    @Test
    void stringsHaveEscapesAndAreJoined() throws BrokenMessageException {
        assertThat(read("name: 'a\\n\\t\\\\\\'\\x41\\101\\u00e9\\U0001F695' \"\\\"b\"")
                        .text("name"))
                .isEqualTo("a\n\t\\'AA\u00e9\uD83D\uDE95\"b");
    }

    @Test
    void bytesAreWhatTheEscapesSay() throws BrokenMessageException {
        assertThat(read("raw: 'x\\303\\251'").bytes("raw")).containsExactly('x', 0xc3, 0xa9);
        assertThat(read("raw: '\\377\\000'").bytes("raw")).containsExactly(0xff, 0);
    }

    @ParameterizedTest
    @CsvSource({"0x1f,31", "017,15", "-9223372036854775808,-9223372036854775808", "18446744073709551615,-1", "-0,0"})
    void wholeNumbersAreWrittenInManyWays(String text, long value) throws BrokenMessageException {
        assertThat(read("count: " + text).integer("count")).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"1e3,1000", "-inf,-Infinity", "infinity,Infinity", "nan,NaN", ".5,0.5", "1.5f,1.5", "7,7"})
    void soAreOthers(String text, double value) throws BrokenMessageException {
        assertThat(read("size: " + text).number("size")).isEqualTo(Double.valueOf(value));
    }

    @Test
    void listsAreShortOrLong() throws BrokenMessageException {
        assertThat(read("counts: [1, 2] counts: 3 counts: []").integers("counts"))
                .containsExactly(1L, 2L, 3L);
        assertThat(read("child [{ count: 1 }, { count: 2 }]").messages("child")).hasSize(2);
    }

    @Test
    void unknownFieldsAndExtensionsInsideAreSkippedAndNoted() throws BrokenMessageException {
        ProtoMessage child =
                read("child { what: { is [ 1, 'this' ] 'x' } [a.b.ext]: 3 [type.googleapis.com/a.Other] { x: 1 } count: 2 }")
                        .message("child");

        assertThat(child.integer("count")).isEqualTo(2);
        assertThat(child.unknownFields()).containsExactlyInAnyOrder("what", "a.b.ext", "type.googleapis.com/a.Other");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "strange: 1|Node has no field 'strange'",
                "count: x|'count' cannot be 'x'",
                "count: \"1\"|'count' cannot be '1'",
                "count: 1.5|'count' cannot be '1.5'",
                "on: 2|'on' cannot be '2'",
                "colour: BLUE|'colour' cannot be 'BLUE'",
                "name: plain|'name' cannot be 'plain'",
                "count 1|expected ':' behind 'count'",
                "child { count: 1|the text ends inside of Node",
                "child: 3|expected '{', found '3'",
                "child { other { a: 1|the text ends in the middle of a value",
                "name: \"no end|a string has no end",
                "name: \"\\q\"|unknown escape",
                "name: \"\\x\"|escape without digits",
                "name: \"\\UFFFFFFFF\"|unknown character",
                "]|expected the name of a field of Node, found ']'"
            })
    void whatIsWrongIsSaidWithItsLine(String text, String why) {
        assertThatThrownBy(() -> read("\n" + text))
                .isInstanceOf(BrokenMessageException.class)
                .hasMessageStartingWith("line 2: ")
                .hasMessageContaining(why);
    }

    @Test
    void messagesTooDeepInOneAnotherAreRefused() {
        assertThatThrownBy(() -> read("child {".repeat(100_000))).hasMessageContaining("nested more than 60 deep");
    }
}
