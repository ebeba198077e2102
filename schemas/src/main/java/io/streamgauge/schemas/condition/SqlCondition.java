package io.streamgauge.schemas.condition;

import io.streamgauge.schemas.importer.proto.BrokenMessageException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A condition on numbers and texts that have names: comparisons, {@code AND OR NOT}, {@code + - * /}, {@code BETWEEN}, {@code IN},
 * {@code IS NULL}, {@code ABS}. Without tables, and so without {@code SELECT}. What is missing is unknown, as in SQL.
 */
public final class SqlCondition {
    private final String text;
    private final Set<String> fields;
    private final SqlNode root;

    private SqlCondition(String text, Set<String> fields, SqlNode root) {
        this.text = text;
        this.fields = Set.copyOf(fields);
        this.root = root;
    }

    /**
     * The condition that is written like that.
     *
     * @throws BrokenMessageException with one line, if none is
     */
    public static SqlCondition parse(String text) throws BrokenMessageException {
        var parser = new SqlParser(new SqlTokens(text));
        SqlNode root = parser.whole();
        return new SqlCondition(text, parser.fields(), root);
    }

    /** The names that it asks for. */
    public Set<String> fields() {
        return fields;
    }

    /** Whether it holds; null if that depends on what is missing. Numbers are {@code Double}. */
    public @Nullable Boolean test(Map<String, ?> values) {
        return SqlNode.truth(root, values);
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
