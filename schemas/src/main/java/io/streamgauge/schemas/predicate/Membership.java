package io.streamgauge.schemas.predicate;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.List;

/** The operator {@code in}. */
final class Membership {
    private final Closures closures;

    Membership(Closures closures) {
        this.closures = closures;
    }

    TruthNode in(CelExpr part, CelExpr value, CelExpr list) {
        if (list.getKind() != Kind.LIST) {
            closures.problem(part, "'in' takes a list, such as [1, 2]");
            return TruthNode.unknown();
        }
        List<CelExpr> elements = list.list().elements();
        if (closures.isNumber(value) && elements.stream().allMatch(Membership::isNumberLiteral)) {
            return Literals.among(
                    closures.numbers().number(value),
                    elements.stream().map(Membership::number).toList());
        }
        if (closures.isText(value)
                && elements.stream().allMatch(item -> Closures.isConstant(item, CelConstant.Kind.STRING_VALUE))) {
            return Literals.among(
                    closures.texts().text(value),
                    elements.stream().map(item -> item.constant().stringValue()).toList());
        }
        return oneOf(part, value, elements);
    }

    /** CEL makes the list before it looks for the value: one unknown element, and the answer is unknown. */
    private TruthNode oneOf(CelExpr part, CelExpr value, List<CelExpr> elements) {
        TruthNode[] equalities =
                elements.stream().map(element -> equal(part, value, element)).toArray(TruthNode[]::new);
        return event -> {
            Truth answer = Truth.FALSE;
            for (TruthNode equality : equalities) {
                Truth equal = equality.test(event);
                if (equal == Truth.UNKNOWN) {
                    return Truth.UNKNOWN;
                }
                answer = equal == Truth.TRUE ? Truth.TRUE : answer;
            }
            return answer;
        };
    }

    private TruthNode equal(CelExpr part, CelExpr value, CelExpr element) {
        if (closures.isNumber(value) && closures.isNumber(element)) {
            return Comparison.EQUAL.numbers(
                    closures.numbers().number(value), closures.numbers().number(element));
        }
        if (closures.isText(value) && closures.isText(element)) {
            return Comparison.EQUAL.texts(
                    closures.texts().text(value), closures.texts().text(element));
        }
        return closures.equality(part, Comparison.EQUAL, value, element);
    }

    private static boolean isNumberLiteral(CelExpr element) {
        return Closures.isConstant(element, CelConstant.Kind.INT64_VALUE)
                || Closures.isConstant(element, CelConstant.Kind.DOUBLE_VALUE);
    }

    private static double number(CelExpr literal) {
        CelConstant constant = literal.constant();
        return constant.getKind() == CelConstant.Kind.INT64_VALUE ? constant.int64Value() : constant.doubleValue();
    }
}
