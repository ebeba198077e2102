package io.streamgauge.schemas.predicate;

import dev.cel.common.CelAbstractSyntaxTree;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.event.EventBuffer;
import java.util.List;

/**
 * Does an event fulfil a condition, written in the <a href="https://cel.dev">Common Expression Language</a>?
 *
 * <p>{@code payment_type == "Cash" && trip_miles > 0}. A feature is named as it is called, also with dots ({@code
 * prediction.score}), or, where the name is no identifier, as {@code features["trip miles"]}. Supported: {@code && || !}, comparisons,
 * {@code + - * / %}, the choice {@code a ? b : c}, {@code in [...]}, {@code has(feature)}, {@code size}, {@code startsWith}, {@code
 * endsWith}, {@code contains}, {@code matches} (RE2 syntax, linear time) with a literal argument, {@code int()} and {@code double()} of
 * numbers. Integers and doubles mix.
 *
 * <p>A missing value (or one of the wrong kind) makes what depends on it {@link Truth#UNKNOWN}, unless the rest decides alone: {@code
 * false && x} is false. An unknown event is in no slice and breaks no rule. Where CEL raises an error (whole-number overflow, division
 * of whole numbers by zero) the answer is unknown as well. But for patterns, testing allocates nothing.
 *
 * <p>Immutable and thread-safe. Whole numbers beyond 2^53 are compared as doubles.
 */
public final class Predicate {
    private final String text;
    private final TruthNode root;

    private Predicate(String text, TruthNode root) {
        this.text = text;
        this.root = root;
    }

    /**
     * @param features slot {@code i} of the events to test holds {@code features.get(i)}
     * @throws InvalidPredicateException with all that is wrong at once: syntax, unknown features, types, what is not supported
     */
    public static Predicate compile(String cel, List<FeatureSchema> features) {
        var problems = new Problems();
        CelAbstractSyntaxTree tree = new TypeCheck(features, problems).check(cel);
        problems.throwIfAny();
        TruthNode root = new Closures(tree, problems).truth(tree.getExpr());
        problems.throwIfAny();
        return new Predicate(cel, root);
    }

    public Truth test(EventBuffer event) {
        return root.test(event);
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}
