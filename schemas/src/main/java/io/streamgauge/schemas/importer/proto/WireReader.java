package io.streamgauge.schemas.importer.proto;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads a message from its bytes. Truncated bytes and fields of another wire type than defined are refused; so is a field
 * in the two outermost levels that has a number below the highest known one but is not known: then these are the bytes of
 * another message.
 */
public final class WireReader {
    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int LENGTH = 2;
    static final int FIXED32 = 5;
    private static final int GROUP_START = 3;
    private static final int GROUP_END = 4;
    private static final int MAX_NUMBER = (1 << 29) - 1;

    private static final int MAX_DEPTH = 60;
    private static final int STRICT_LEVELS = 2;

    private final ByteBuffer bytes;

    private WireReader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /**
     * The message in all of {@code bytes}.
     *
     * @throws BrokenMessageException if they are not such a message
     */
    public static ProtoMessage read(byte[] bytes, MessageType type) throws BrokenMessageException {
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return new WireReader(buffer).message(type, bytes.length, 0);
    }

    private ProtoMessage message(MessageType type, int end, int depth) throws BrokenMessageException {
        if (depth > MAX_DEPTH) {
            throw broken(type, "messages are nested more than %d deep".formatted(MAX_DEPTH));
        }
        var message = new ProtoMessage(type);
        while (bytes.position() < end) {
            long tag = varint(type, end);
            int number = number(type, tag);
            int wireType = (int) (tag & 7);
            Field field = type.field(number);
            if (field == null) {
                unknown(message, number, wireType, end, depth);
            } else {
                field(message, field, wireType, end, depth);
            }
        }
        return message;
    }

    private void unknown(ProtoMessage message, int number, int wireType, int end, int depth)
            throws BrokenMessageException {
        MessageType type = message.type();
        if (depth < STRICT_LEVELS && !type.mayBeNewer(number)) {
            throw broken(type, "it has no field %d; the bytes are those of another message".formatted(number));
        }
        skipValue(type, number, wireType, end, depth);
        message.addUnknown("field " + number);
    }

    private static int number(MessageType type, long tag) throws BrokenMessageException {
        long number = tag >>> 3;
        if (number == 0 || number > MAX_NUMBER) {
            throw new BrokenMessageException(
                    "not a readable %s message: no field has the number %d".formatted(type.name(), number));
        }
        return (int) number;
    }

    private void skipValue(MessageType type, int number, int wireType, int end, int depth)
            throws BrokenMessageException {
        switch (wireType) {
            case VARINT -> varint(type, end);
            case FIXED64 -> skip(type, Long.BYTES, end);
            case LENGTH -> skip(type, length(type, end), end);
            case FIXED32 -> skip(type, Integer.BYTES, end);
            case GROUP_START -> skipGroup(type, number, end, depth + 1);
            default -> throw broken(type, "field %d has wire type %d".formatted(number, wireType));
        }
    }

    /** Up to the end that has the number of the start; groups may be in groups. */
    private void skipGroup(MessageType type, int group, int end, int depth) throws BrokenMessageException {
        if (depth > MAX_DEPTH) {
            throw broken(type, "groups are nested more than %d deep".formatted(MAX_DEPTH));
        }
        while (true) {
            long tag = varint(type, end);
            int number = number(type, tag);
            int wireType = (int) (tag & 7);
            if (wireType == GROUP_END && number == group) {
                return;
            }
            skipValue(type, number, wireType, end, depth);
        }
    }

    private void field(ProtoMessage message, Field field, int wireType, int end, int depth)
            throws BrokenMessageException {
        MessageType type = message.type();
        FieldKind kind = field.kind();
        if (wireType == LENGTH && kind.wireType() != LENGTH && field.repeated()) {
            int packedEnd = end(type, length(type, end), end);
            while (bytes.position() < packedEnd) {
                message.add(field, value(type, kind, packedEnd, depth));
            }
        } else if (wireType != kind.wireType()) {
            throw broken(
                    type,
                    "field '%s' is written as something else; the bytes are those of another message"
                            .formatted(field.name()));
        } else {
            message.add(field, value(type, kind, end, depth));
        }
    }

    private Object value(MessageType type, FieldKind kind, int end, int depth) throws BrokenMessageException {
        if (kind instanceof FieldKind.Nested nested) {
            int nestedEnd = end(type, length(type, end), end);
            return message(type.types().message(nested.type()), nestedEnd, depth + 1);
        }
        if (kind instanceof FieldKind.Choice choice) {
            return choice.word(varint(type, end));
        }
        return switch ((FieldKind.Scalar) kind) {
            case INT -> varint(type, end);
            case BOOL -> varint(type, end) != 0;
            case FLOAT -> (double) Float.intBitsToFloat(fixed32(type, end));
            case DOUBLE -> Double.longBitsToDouble(fixed64(type, end));
            case STRING -> new String(content(type, end), StandardCharsets.UTF_8);
            case BYTES -> content(type, end);
        };
    }

    private byte[] content(MessageType type, int end) throws BrokenMessageException {
        byte[] content = new byte[length(type, end)];
        bytes.get(content);
        return content;
    }

    private int length(MessageType type, int end) throws BrokenMessageException {
        long length = varint(type, end);
        if (length < 0 || length > end - bytes.position()) {
            throw truncated(type);
        }
        return (int) length;
    }

    private int end(MessageType type, int length, int end) throws BrokenMessageException {
        if (length > end - bytes.position()) {
            throw truncated(type);
        }
        return bytes.position() + length;
    }

    private void skip(MessageType type, int length, int end) throws BrokenMessageException {
        bytes.position(end(type, length, end));
    }

    private int fixed32(MessageType type, int end) throws BrokenMessageException {
        end(type, Integer.BYTES, end);
        return bytes.getInt();
    }

    private long fixed64(MessageType type, int end) throws BrokenMessageException {
        end(type, Long.BYTES, end);
        return bytes.getLong();
    }

    private long varint(MessageType type, int end) throws BrokenMessageException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            if (bytes.position() >= end) {
                throw truncated(type);
            }
            byte next = bytes.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw broken(type, "a number has more than ten bytes");
    }

    private BrokenMessageException truncated(MessageType type) {
        return broken(type, "the bytes end in the middle of it");
    }

    private BrokenMessageException broken(MessageType type, String reason) {
        return new BrokenMessageException(
                "not a readable %s message: %s (near byte %d)".formatted(type.name(), reason, bytes.position()));
    }
}
