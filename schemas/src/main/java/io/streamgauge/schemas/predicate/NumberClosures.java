package io.streamgauge.schemas.predicate;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;

/** The parts of a predicate that are numbers. */
final class NumberClosures {
    /** Doubles at or beyond it have no {@code int}, in CEL as here. */
    private static final double INTEGER_LIMIT = 0x1p63;

    private final Closures closures;

    NumberClosures(Closures closures) {
        this.closures = closures;
    }

    NumberNode number(CelExpr part) {
        if (closures.isInteger(part)) {
            return integer(part).asNumber();
        }
        return switch (part.getKind()) {
            case CONSTANT -> {
                double constant = part.constant().doubleValue();
                yield event -> constant;
            }
            case IDENT -> NumberNode.feature(FeatureReferences.slot(part.ident().name()));
            case CALL -> call(part);
            default -> unsupported(part);
        };
    }

    private NumberNode call(CelExpr part) {
        CelCall call = part.call();
        List<CelExpr> arguments = call.args();
        return switch (call.function()) {
            case "_+_" -> both(arguments, (a, b) -> a + b);
            case "_-_" -> both(arguments, (a, b) -> a - b);
            case "_*_" -> both(arguments, (a, b) -> a * b);
            case "_/_" -> both(arguments, (a, b) -> a / b);
            case "-_" -> negation(number(arguments.get(0)));
            case "_?_:_" ->
                choose(closures.truth(arguments.get(0)), number(arguments.get(1)), number(arguments.get(2)));
            case "double" -> closures.isNumber(arguments.get(0)) ? number(arguments.get(0)) : unsupported(part);
            default -> unsupported(part);
        };
    }

    private NumberNode both(List<CelExpr> arguments, DoubleBinaryOperator operator) {
        NumberNode left = number(arguments.get(0));
        NumberNode right = number(arguments.get(1));
        return event -> {
            double a = left.value(event);
            double b = right.value(event);
            return NumberNode.isUnknown(a) || NumberNode.isUnknown(b)
                    ? NumberNode.UNKNOWN
                    : operator.applyAsDouble(a, b);
        };
    }

    private static NumberNode negation(NumberNode node) {
        return event -> {
            double value = node.value(event);
            return NumberNode.isUnknown(value) ? value : -value;
        };
    }

    private static NumberNode choose(TruthNode condition, NumberNode yes, NumberNode no) {
        return event -> switch (condition.test(event)) {
            case TRUE -> yes.value(event);
            case FALSE -> no.value(event);
            case UNKNOWN -> NumberNode.UNKNOWN;
        };
    }

    private IntegerNode integer(CelExpr part) {
        return switch (part.getKind()) {
            case CONSTANT -> {
                long constant = part.constant().int64Value();
                yield event -> constant;
            }
            case CALL -> integerCall(part);
            default -> noInteger(part);
        };
    }

    private IntegerNode integerCall(CelExpr part) {
        List<CelExpr> arguments = part.call().args();
        return switch (part.call().function()) {
            case "_+_" -> bothWhole(arguments, Math::addExact);
            case "_-_" -> bothWhole(arguments, Math::subtractExact);
            case "_*_" -> bothWhole(arguments, Math::multiplyExact);
            case "_/_" -> bothWhole(arguments, (a, b) -> a / b);
            case "_%_" -> bothWhole(arguments, (a, b) -> a % b);
            case "-_" -> {
                IntegerNode negated = integer(arguments.get(0));
                yield event -> -negated.value(event); // the least long is its own negation: unknown stays unknown
            }
            case "_?_:_" ->
                chooseWhole(closures.truth(arguments.get(0)), integer(arguments.get(1)), integer(arguments.get(2)));
            case "size" -> closures.texts().size(part);
            case "int" -> closures.isNumber(arguments.get(0)) ? truncated(number(arguments.get(0))) : noInteger(part);
            default -> noInteger(part);
        };
    }

    private IntegerNode bothWhole(List<CelExpr> arguments, LongBinaryOperator operator) {
        IntegerNode left = integer(arguments.get(0));
        IntegerNode right = integer(arguments.get(1));
        return event -> {
            long a = left.value(event);
            long b = right.value(event);
            if (a == IntegerNode.UNKNOWN || b == IntegerNode.UNKNOWN) {
                return IntegerNode.UNKNOWN;
            }
            try {
                return operator.applyAsLong(a, b);
            } catch (ArithmeticException overflowOrDivisionByZero) {
                return IntegerNode.UNKNOWN;
            }
        };
    }

    private static IntegerNode chooseWhole(TruthNode condition, IntegerNode yes, IntegerNode no) {
        return event -> switch (condition.test(event)) {
            case TRUE -> yes.value(event);
            case FALSE -> no.value(event);
            case UNKNOWN -> IntegerNode.UNKNOWN;
        };
    }

    /** Towards zero; NaN and what no long can hold are unknown. */
    private static IntegerNode truncated(NumberNode node) {
        return event -> {
            double value = node.value(event);
            return Math.abs(value) < INTEGER_LIMIT ? (long) value : IntegerNode.UNKNOWN;
        };
    }

    private IntegerNode noInteger(CelExpr part) {
        unsupported(part);
        return event -> IntegerNode.UNKNOWN;
    }

    private NumberNode unsupported(CelExpr part) {
        closures.problem(part, "such a number is not supported");
        return event -> NumberNode.UNKNOWN;
    }
}
