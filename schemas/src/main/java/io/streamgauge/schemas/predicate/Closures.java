package io.streamgauge.schemas.predicate;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.SimpleType;
import java.util.List;

/** Turns a type-checked predicate into closures, one for each part. What it does not support becomes a problem with its place. */
final class Closures {
    private final CelAbstractSyntaxTree tree;
    private final Problems problems;
    private final NumberClosures numbers;
    private final TextClosures texts;
    private final Membership membership;

    Closures(CelAbstractSyntaxTree tree, Problems problems) {
        this.tree = tree;
        this.problems = problems;
        this.numbers = new NumberClosures(this);
        this.texts = new TextClosures(this);
        this.membership = new Membership(this);
    }

    NumberClosures numbers() {
        return numbers;
    }

    TextClosures texts() {
        return texts;
    }

    void problem(CelExpr part, String message) {
        problems.add(part.id(), message);
    }

    boolean isNumber(CelExpr part) {
        return kind(part) == CelKind.DOUBLE || isInteger(part);
    }

    boolean isInteger(CelExpr part) {
        return kind(part) == CelKind.INT;
    }

    boolean isText(CelExpr part) {
        return kind(part) == CelKind.STRING;
    }

    boolean isTruth(CelExpr part) {
        return kind(part) == CelKind.BOOL;
    }

    private CelKind kind(CelExpr part) {
        return tree.getType(part.id()).orElse(SimpleType.DYN).kind();
    }

    TruthNode truth(CelExpr part) {
        if (!isTruth(part)) {
            return unsupported(part);
        }
        return switch (part.getKind()) {
            case CONSTANT -> constant(Truth.of(part.constant().booleanValue()));
            case IDENT -> feature(FeatureReferences.slot(part.ident().name()));
            case CALL -> call(part);
            default -> unsupported(part);
        };
    }

    private static TruthNode constant(Truth truth) {
        return event -> truth;
    }

    private static TruthNode feature(int slot) {
        return event -> event.isBoolean(slot) ? Truth.of(event.bool(slot)) : Truth.UNKNOWN;
    }

    private TruthNode call(CelExpr part) {
        CelCall call = part.call();
        List<CelExpr> arguments = call.args();
        Comparison comparison = Comparison.of(call.function());
        if (comparison != null) {
            return compare(part, comparison);
        }
        return switch (call.function()) {
            case "_&&_" -> TruthNode.and(truth(arguments.get(0)), truth(arguments.get(1)));
            case "_||_" -> TruthNode.or(truth(arguments.get(0)), truth(arguments.get(1)));
            case "!_" -> negation(truth(arguments.get(0)));
            case "_?_:_" -> TruthNode.choose(truth(arguments.get(0)), truth(arguments.get(1)), truth(arguments.get(2)));
            case "@in" -> membership.in(part, arguments.get(0), arguments.get(1));
            case FeatureReferences.HAS -> present(arguments.get(0));
            case "startsWith", "endsWith", "contains", "matches" -> texts.test(part);
            default -> unsupported(part);
        };
    }

    private static TruthNode negation(TruthNode node) {
        return event -> node.test(event).not();
    }

    private static TruthNode present(CelExpr feature) {
        int slot = FeatureReferences.slot(feature.ident().name());
        return event -> Truth.of(!event.isMissing(slot));
    }

    private TruthNode compare(CelExpr part, Comparison comparison) {
        CelExpr left = part.call().args().get(0);
        CelExpr right = part.call().args().get(1);
        if (isNumber(left) && isNumber(right)) {
            return comparison.numbers(numbers.number(left), numbers.number(right));
        }
        if (isText(left) && isText(right)) {
            return comparison.texts(texts.text(left), texts.text(right));
        }
        return equality(part, comparison, left, right);
    }

    /** Equality of any two values of a kind; truth values have no order here. */
    TruthNode equality(CelExpr part, Comparison comparison, CelExpr left, CelExpr right) {
        if (isTruth(left) && isTruth(right) && comparison == Comparison.EQUAL) {
            return TruthNode.same(truth(left), truth(right));
        }
        if (isTruth(left) && isTruth(right) && comparison == Comparison.DIFFERENT) {
            return negation(TruthNode.same(truth(left), truth(right)));
        }
        return unsupported(part);
    }

    private TruthNode unsupported(CelExpr part) {
        String what = part.getKind() == Kind.CALL
                ? "'" + part.call().function().replace("@", "").replace("_", "") + "' is not supported here"
                : "such a value is not supported";
        problem(part, what);
        return TruthNode.unknown();
    }

    static boolean isConstant(CelExpr part, CelConstant.Kind kind) {
        return part.getKind() == Kind.CONSTANT && part.constant().getKind() == kind;
    }
}
