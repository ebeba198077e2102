package io.streamgauge.schemas.importer.proto;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads a message from protobuf's text form. A field that the definition does not know is an error in the outermost
 * message, which then is another one; further in it is skipped and noted.
 */
public final class TextReader {
    private static final int MAX_DEPTH = 60;

    private final MessageTypes types;
    private final TextTokens tokens;

    private TextReader(MessageTypes types, TextTokens tokens) {
        this.types = types;
        this.tokens = tokens;
    }

    /**
     * The message that all of {@code text} is.
     *
     * @throws BrokenMessageException with the line, if it is not such a message
     */
    public static ProtoMessage read(String text, MessageType type) throws BrokenMessageException {
        var reader = new TextReader(type.types(), new TextTokens(text));
        return reader.message(type, "", 0);
    }

    private ProtoMessage message(MessageType type, String end, int depth) throws BrokenMessageException {
        if (depth > MAX_DEPTH) {
            throw tokens.broken("messages are nested more than %d deep".formatted(MAX_DEPTH));
        }
        var message = new ProtoMessage(type);
        while (!tokens.is(end) || (end.isEmpty() && !tokens.atEnd())) {
            if (tokens.atEnd()) {
                throw tokens.broken("the text ends inside of %s".formatted(type.name()));
            }
            if (tokens.skip("[")) {
                expanded(message, depth);
            } else {
                named(message, depth);
            }
            if (!tokens.skip(",")) {
                tokens.skip(";");
            }
        }
        return message;
    }

    private void named(ProtoMessage message, int depth) throws BrokenMessageException {
        String name = tokens.token();
        if (tokens.quoted() || !name.matches("[A-Za-z_][A-Za-z_0-9]*")) {
            throw tokens.broken("expected the name of a field of %s, found '%s'"
                    .formatted(message.type().name(), name));
        }
        Field field = message.type().field(name);
        if (field == null && depth == 0) {
            throw tokens.broken("%s has no field '%s'".formatted(message.type().name(), name));
        }
        tokens.advance();
        boolean colon = tokens.skip(":");
        if (field == null) {
            message.addUnknown(name);
            skipValues();
            return;
        }
        if (!colon && !(field.kind() instanceof FieldKind.Nested)) {
            throw tokens.broken("expected ':' behind '%s'".formatted(name));
        }
        if (tokens.skip("[")) {
            while (!tokens.skip("]")) {
                message.add(field, value(field, depth));
                tokens.skip(",");
            }
        } else {
            message.add(field, value(field, depth));
        }
    }

    /** An Any in its readable form: {@code [type.googleapis.com/package.Name] { ... }}. */
    private void expanded(ProtoMessage message, int depth) throws BrokenMessageException {
        var url = new StringBuilder();
        while (!tokens.skip("]")) {
            if (tokens.atEnd()) {
                throw tokens.broken("expected ']'");
            }
            url.append(tokens.token());
            tokens.advance();
        }
        tokens.skip(":");
        String simpleName = url.substring(url.lastIndexOf(".") + 1);
        MessageType type = types.find(simpleName);
        Field content = message.type().field("content_" + simpleName);
        if (type == null || content == null) {
            message.addUnknown(url.toString());
            skipValues();
        } else {
            message.add(content, message(type, open(), depth + 1));
            tokens.advance();
        }
    }

    private Object value(Field field, int depth) throws BrokenMessageException {
        if (field.kind() instanceof FieldKind.Nested nested) {
            Object value = message(types.message(nested.type()), open(), depth + 1);
            tokens.advance();
            return value;
        }
        String token = tokens.token();
        boolean quoted = tokens.quoted();
        if (tokens.atEnd()) {
            throw tokens.broken("'%s' has no value".formatted(field.name()));
        }
        if (quoted) {
            byte[] content = joined();
            if (field.kind() == FieldKind.Scalar.BYTES) {
                return content;
            }
            token = new String(content, StandardCharsets.UTF_8);
        } else {
            tokens.advance();
        }
        Object value = TextValues.parse(field.kind(), token, quoted);
        if (value == null) {
            throw tokens.broken("'%s' cannot be '%s'".formatted(field.name(), token));
        }
        return value;
    }

    /** Strings that follow each other are one. */
    private byte[] joined() throws BrokenMessageException {
        var content = new ByteArrayOutputStream();
        while (tokens.quoted()) {
            content.writeBytes(tokens.bytes());
            tokens.advance();
        }
        return content.toByteArray();
    }

    private String open() throws BrokenMessageException {
        if (tokens.skip("{")) {
            return "}";
        }
        if (tokens.skip("<")) {
            return ">";
        }
        throw tokens.broken("expected '{', found '%s'".formatted(tokens.token()));
    }

    private void skipValues() throws BrokenMessageException {
        int depth = 0;
        do {
            if (tokens.atEnd()) {
                throw tokens.broken("the text ends in the middle of a value");
            }
            if (tokens.is("{") || tokens.is("<") || tokens.is("[")) {
                depth++;
            } else if (tokens.is("}") || tokens.is(">") || tokens.is("]")) {
                depth--;
            }
            boolean string = tokens.quoted();
            tokens.advance();
            while (string && tokens.quoted()) {
                tokens.advance();
            }
        } while (depth > 0);
    }
}
