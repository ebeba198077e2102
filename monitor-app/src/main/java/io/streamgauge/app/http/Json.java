package io.streamgauge.app.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonpCharacterEscapes;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes answers as JSON. Names in them come from data, so that whatever HTML could take for markup is escaped too: text that
 * ends up in a page by mistake stays text. NaN and infinities become null, which JSON has a word for.
 */
final class Json {
    private static final ObjectMapper MAPPER = mapper();

    private Json() {}

    static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written as JSON", e);
        }
    }

    private static ObjectMapper mapper() {
        var finite = new SimpleModule()
                .addSerializer(Double.class, new FiniteNumbers())
                .addSerializer(double.class, new FiniteNumbers())
                .addSerializer(double[].class, new FiniteArrays());
        var mapper = new ObjectMapper().registerModule(finite);
        mapper.getFactory().setCharacterEscapes(new MarkupEscapes());
        return mapper;
    }

    private static void write(double value, JsonGenerator out) throws IOException {
        if (Double.isFinite(value)) {
            out.writeNumber(value);
        } else {
            out.writeNull();
        }
    }

    private static final class FiniteNumbers extends StdSerializer<Double> {
        FiniteNumbers() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator out, SerializerProvider provider) throws IOException {
            write(value, out);
        }
    }

    private static final class FiniteArrays extends StdSerializer<double[]> {
        FiniteArrays() {
            super(double[].class);
        }

        @Override
        public void serialize(double[] values, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartArray();
            for (var value : values) {
                write(value, out);
            }
            out.writeEndArray();
        }
    }

    private static final class MarkupEscapes extends CharacterEscapes {
        private final int[] escapes = CharacterEscapes.standardAsciiEscapesForJSON();

        MarkupEscapes() {
            for (var character : new char[] {'<', '>', '&', '\''}) {
                escapes[character] = CharacterEscapes.ESCAPE_CUSTOM;
            }
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return escapes.clone();
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return character < escapes.length
                    ? new SerializedString(String.format("\\u%04x", character))
                    : JsonpCharacterEscapes.instance().getEscapeSequence(character);
        }
    }
}
