package io.streamgauge.schemas.condition;

import io.streamgauge.schemas.importer.proto.BrokenMessageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words, numbers, texts and signs of a condition. Not thread-safe. */
final class SqlTokens {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:([0-9]+(?:\\.[0-9]*)?(?:[eE][+-]?[0-9]+)?|\\.[0-9]+)|([A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)*)"
                    + "|('(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\")|(<=|>=|<>|!=|==|[-+*/=<>(),]))");

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private int at;

    SqlTokens(String text) throws BrokenMessageException {
        this.text = text;
        Matcher token = TOKEN.matcher(text);
        int end = 0;
        while (!text.substring(end).isBlank()) {
            if (!token.find(end) || token.start() != end) {
                throw broken("cannot be read from '%s' on"
                        .formatted(text.substring(end).strip()));
            }
            tokens.add(token.group().strip());
            end = token.end();
        }
    }

    /** The current token; empty at the end. */
    String token() {
        return at < tokens.size() ? tokens.get(at) : "";
    }

    String next() {
        String token = token();
        at++;
        return token;
    }

    boolean is(String word) {
        return token().toUpperCase(Locale.ROOT).equals(word);
    }

    /** Whether the current token is that word or sign; if so, goes on. */
    boolean skip(String word) {
        boolean is = is(word);
        at += is ? 1 : 0;
        return is;
    }

    void expect(String word) throws BrokenMessageException {
        if (!skip(word)) {
            throw broken("expected %s, found '%s'".formatted(word, token()));
        }
    }

    BrokenMessageException broken(String reason) {
        return new BrokenMessageException("sql_expression '%s': %s".formatted(text, reason));
    }
}
