package io.streamgauge.schemas.predicate;

import static dev.cel.common.CelFunctionDecl.newFunctionDeclaration;
import static dev.cel.common.CelOverloadDecl.newGlobalOverload;
import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.DOUBLE;
import static dev.cel.common.types.SimpleType.DYN;
import static dev.cel.common.types.SimpleType.INT;
import static dev.cel.common.types.SimpleType.STRING;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelMutableAst;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.TypeParamType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import io.streamgauge.schemas.contract.FeatureSchema;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses a predicate and gives every part of it a type: numeric features are {@code double}, categorical and text ones
 * {@code string}, boolean ones {@code bool}. CEL's types are strict; here an integer may stand where a double is expected, since
 * {@code age + 1} says what is meant.
 */
final class TypeCheck {
    private final CelCompiler compiler;
    private final List<FeatureSchema> features;
    private final Problems problems;

    TypeCheck(List<FeatureSchema> features, Problems problems) {
        this.features = features;
        this.problems = problems;
        this.compiler = compiler(features);
    }

    /** @throws InvalidPredicateException if the text is no predicate over the features */
    CelAbstractSyntaxTree check(String text) {
        CelValidationResult parsed = compiler.parse(text);
        problems.in(parsed.getSource());
        problems.addSyntax(parsed.getErrors());
        problems.throwIfAny();
        CelMutableAst tree = CelMutableAst.fromCelAst(tree(parsed));
        new FeatureReferences(features, problems).resolve(tree.expr());
        CelValidationResult checked = compiler.check(tree.toParsedAst());
        problems.addTypes(checked.getErrors());
        problems.throwIfAny();
        CelAbstractSyntaxTree typed = tree(checked);
        if (!typed.getResultType().equals(BOOL)) {
            problems.add(typed.getExpr().id(), "a predicate must be true or false, this is a " + word(typed));
        }
        return typed;
    }

    private static String word(CelAbstractSyntaxTree typed) {
        return switch (typed.getResultType().kind()) {
            case DOUBLE, INT -> "number";
            case STRING -> "text";
            default -> typed.getResultType().name();
        };
    }

    private static CelAbstractSyntaxTree tree(CelValidationResult result) {
        try {
            return result.getAst();
        } catch (CelValidationException e) {
            throw new IllegalStateException("a result without errors has a tree", e);
        }
    }

    private static CelCompiler compiler(List<FeatureSchema> features) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(CelOptions.current()
                        .enableHeterogeneousNumericComparisons(false) // those order NaN; see functions()
                        .build())
                .addVar(FeatureReferences.UNRESOLVED, DYN)
                .addFunctionDeclarations(functions());
        for (int slot = 0; slot < features.size(); slot++) {
            builder.addVar(FeatureReferences.variable(slot), type(features.get(slot)));
        }
        return builder.build();
    }

    private static CelType type(FeatureSchema feature) {
        return switch (feature.type()) {
            case NUMERIC -> DOUBLE;
            case CATEGORICAL, TEXT -> STRING;
            case BOOLEAN -> BOOL;
            case EMBEDDING -> ListType.create(DOUBLE);
        };
    }

    private static List<CelFunctionDecl> functions() {
        var functions = new ArrayList<CelFunctionDecl>();
        functions.add(newFunctionDeclaration(
                FeatureReferences.HAS, newGlobalOverload("feature_present", BOOL, TypeParamType.create("A"))));
        functions.add(mixed("_+_", "add", DOUBLE));
        functions.add(mixed("_-_", "subtract", DOUBLE));
        functions.add(mixed("_*_", "multiply", DOUBLE));
        functions.add(mixed("_/_", "divide", DOUBLE));
        functions.add(mixed("_<_", "less", BOOL));
        functions.add(mixed("_<=_", "less_equals", BOOL));
        functions.add(mixed("_>_", "greater", BOOL));
        functions.add(mixed("_>=_", "greater_equals", BOOL));
        functions.add(mixed("_==_", "equals", BOOL));
        functions.add(mixed("_!=_", "not_equals", BOOL));
        functions.add(newFunctionDeclaration(
                "_?_:_",
                newGlobalOverload("conditional_double_int64", DOUBLE, BOOL, DOUBLE, INT),
                newGlobalOverload("conditional_int64_double", DOUBLE, BOOL, INT, DOUBLE)));
        functions.add(newFunctionDeclaration(
                "@in",
                newGlobalOverload("in_list_double_int64", BOOL, DOUBLE, ListType.create(INT)),
                newGlobalOverload("in_list_int64_double", BOOL, INT, ListType.create(DOUBLE))));
        return functions;
    }

    private static CelFunctionDecl mixed(String operator, String word, CelType result) {
        CelOverloadDecl before = newGlobalOverload(word + "_double_integer", result, DOUBLE, INT);
        CelOverloadDecl behind = newGlobalOverload(word + "_integer_double", result, INT, DOUBLE);
        return newFunctionDeclaration(operator, before, behind);
    }
}
