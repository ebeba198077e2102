package io.streamgauge.schemas.importer.proto;

import java.util.Map;

/** What a field holds, and so how it is written. */
sealed interface FieldKind {
    /** The kinds without a definition of their own. */
    enum Scalar implements FieldKind {
        INT,
        BOOL,
        FLOAT,
        DOUBLE,
        STRING,
        BYTES;

        @Override
        public int wireType() {
            return switch (this) {
                case INT, BOOL -> WireReader.VARINT;
                case FLOAT -> WireReader.FIXED32;
                case DOUBLE -> WireReader.FIXED64;
                case STRING, BYTES -> WireReader.LENGTH;
            };
        }
    }

    /** One of some words, written as a number. */
    record Choice(String name, Map<String, Integer> numbers) implements FieldKind {
        @Override
        public int wireType() {
            return WireReader.VARINT;
        }

        /** The word of a number; a number that is not known stays a number. */
        String word(long number) {
            return numbers.entrySet().stream()
                    .filter(entry -> entry.getValue() == number)
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(Long.toString(number));
        }
    }

    /** Another message, by its name, since messages may contain themselves. */
    record Nested(String type) implements FieldKind {
        @Override
        public int wireType() {
            return WireReader.LENGTH;
        }
    }

    int wireType();
}
