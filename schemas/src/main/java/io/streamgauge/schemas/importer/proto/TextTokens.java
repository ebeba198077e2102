package io.streamgauge.schemas.importer.proto;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The tokens of protobuf's text form: words and numbers, quoted strings, single signs. Not thread-safe. */
final class TextTokens {
    private static final String NAMED_ESCAPES = "abfnrtv\\'\"?";
    private static final String ESCAPED = "\u0007\b\f\n\r\t\u000b\\'\"?";

    private static final int MOST_CHARACTERS = 200;

    private final String text;
    private int at;
    private String token = "";
    private byte[] bytes = {};
    private boolean quoted;

    TextTokens(String text) throws BrokenMessageException {
        this.text = text;
        advance();
    }

    /** The current token; empty and not quoted at the end. */
    String token() {
        return token;
    }

    /** What a quoted token says: its escapes may stand for bytes that are no text. */
    byte[] bytes() {
        return bytes;
    }

    boolean quoted() {
        return quoted;
    }

    boolean atEnd() {
        return token.isEmpty() && !quoted;
    }

    boolean is(String sign) {
        return !quoted && token.equals(sign);
    }

    /** Whether the current token is that sign; if so, goes on. */
    boolean skip(String sign) throws BrokenMessageException {
        if (is(sign)) {
            advance();
            return true;
        }
        return false;
    }

    int line() {
        return 1
                + (int) text.substring(0, Math.min(at, text.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    BrokenMessageException broken(String reason) {
        String shown = reason.codePoints()
                .limit(MOST_CHARACTERS)
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return new BrokenMessageException("line %d: %s".formatted(line(), shown));
    }

    void advance() throws BrokenMessageException {
        skipBlank();
        quoted = false;
        if (at >= text.length()) {
            token = "";
            return;
        }
        char first = text.charAt(at);
        if (first == '"' || first == '\'') {
            bytes = string(first);
            token = new String(bytes, StandardCharsets.UTF_8);
            quoted = true;
            return;
        }
        int start = at++;
        if (isWord(first)) {
            while (at < text.length() && isWord(text.charAt(at))) {
                at++;
            }
        }
        token = text.substring(start, at);
    }

    private void skipBlank() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (Character.isWhitespace(c)) {
                at++;
            } else {
                return;
            }
        }
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-' || c == '+' || c == '/';
    }

    private byte[] string(char quote) throws BrokenMessageException {
        var content = new ByteArrayOutputStream();
        at++;
        while (true) {
            if (at >= text.length() || text.charAt(at) == '\n') {
                throw broken("a string has no end");
            }
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (c == quote) {
                return content.toByteArray();
            }
            if (c == '\\') {
                escape(content);
            } else {
                content.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void escape(ByteArrayOutputStream content) throws BrokenMessageException {
        if (at >= text.length()) {
            throw broken("a string has no end");
        }
        char c = text.charAt(at);
        int named = NAMED_ESCAPES.indexOf(c);
        if (named >= 0) {
            at++;
            content.write(ESCAPED.charAt(named));
        } else if (c >= '0' && c <= '7') {
            content.write(digits(3, 8));
        } else if (c == 'x' || c == 'X') {
            at++;
            content.write(digits(2, 16));
        } else if (c == 'u' || c == 'U') {
            at++;
            int point = digits(c == 'u' ? 4 : 8, 16);
            if (!Character.isValidCodePoint(point)) {
                throw broken("a string has an unknown character");
            }
            content.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
        } else {
            throw broken("a string has the unknown escape \\" + c);
        }
    }

    private int digits(int most, int radix) throws BrokenMessageException {
        int value = 0;
        int read = 0;
        while (read < most && at < text.length() && Character.digit(text.charAt(at), radix) >= 0) {
            value = value * radix + Character.digit(text.charAt(at++), radix);
            read++;
        }
        if (read == 0) {
            throw broken("a string has an escape without digits");
        }
        return value;
    }
}
