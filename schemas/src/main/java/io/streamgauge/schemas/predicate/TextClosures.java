package io.streamgauge.schemas.predicate;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of a predicate that are texts, and the questions about them. */
final class TextClosures {
    private final Closures closures;

    TextClosures(Closures closures) {
        this.closures = closures;
    }

    TextNode text(CelExpr part) {
        return switch (part.getKind()) {
            case CONSTANT -> TextNode.literal(part.constant().stringValue());
            case IDENT -> TextNode.feature(FeatureReferences.slot(part.ident().name()));
            case CALL -> call(part);
            default -> unsupported(part);
        };
    }

    private TextNode call(CelExpr part) {
        List<CelExpr> arguments = part.call().args();
        return part.call().function().equals("_?_:_")
                ? choose(closures.truth(arguments.get(0)), text(arguments.get(1)), text(arguments.get(2)))
                : unsupported(part);
    }

    private TextNode unsupported(CelExpr part) {
        closures.problem(part, "such a text is not supported: only features, literals and a choice of them");
        return event -> null;
    }

    private static TextNode choose(TruthNode condition, TextNode yes, TextNode no) {
        return event -> switch (condition.test(event)) {
            case TRUE -> yes.pick(event);
            case FALSE -> no.pick(event);
            case UNKNOWN -> null;
        };
    }

    /** {@code startsWith}, {@code endsWith}, {@code contains}, {@code matches}, as functions or as methods. */
    TruthNode test(CelExpr part) {
        List<CelExpr> operands = operands(part.call());
        CelExpr literal = operands.get(1);
        TextNode text = text(operands.get(0));
        if (!Closures.isConstant(literal, CelConstant.Kind.STRING_VALUE)) {
            closures.problem(literal, part.call().function() + "() takes a literal text");
            return TruthNode.unknown();
        }
        TextTest test = test(part.call().function(), literal);
        return test == null
                ? TruthNode.unknown()
                : event -> {
                    TextNode.Source source = text.pick(event);
                    return source == null
                            ? Truth.UNKNOWN
                            : Truth.of(test.holds(source.bytes(event), source.offset(event), source.length(event)));
                };
    }

    private @Nullable TextTest test(String function, CelExpr literal) {
        String text = literal.constant().stringValue();
        return switch (function) {
            case "startsWith" -> TextTest.startsWith(text);
            case "endsWith" -> TextTest.endsWith(text);
            case "contains" -> TextTest.contains(text);
            default -> matches(literal, text);
        };
    }

    private @Nullable TextTest matches(CelExpr literal, String pattern) {
        try {
            return TextTest.matches(Pattern.compile(pattern));
        } catch (PatternSyntaxException e) {
            closures.problem(literal, "no regular expression: " + e.getMessage());
            return null;
        }
    }

    /** Code points, as CEL counts; each has one byte that is not of the form 10xxxxxx. */
    IntegerNode size(CelExpr part) {
        CelExpr sized = operands(part.call()).get(0);
        if (!closures.isText(sized)) {
            closures.problem(part, "size() takes a text");
            return event -> IntegerNode.UNKNOWN;
        }
        TextNode text = text(sized);
        return event -> {
            TextNode.Source source = text.pick(event);
            if (source == null) {
                return IntegerNode.UNKNOWN;
            }
            return codePoints(source.bytes(event), source.offset(event), source.length(event));
        };
    }

    private static long codePoints(byte[] utf8, int offset, int length) {
        long count = 0;
        for (int i = offset; i < offset + length; i++) {
            count += (utf8[i] & 0xC0) == 0x80 ? 0 : 1;
        }
        return count;
    }

    private static List<CelExpr> operands(CelCall call) {
        var operands = new ArrayList<CelExpr>();
        call.target().ifPresent(operands::add);
        operands.addAll(call.args());
        return operands;
    }
}
