package io.streamgauge.schemas.predicate;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelMutableExpr;
import dev.cel.common.ast.CelMutableExpr.CelMutableCall;
import dev.cel.common.ast.CelMutableExpr.CelMutableIdent;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.yaml.DidYouMean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Replaces every way to name a feature ({@code age}, {@code prediction.score}, {@code features["trip miles"]}) by the variable of its
 * slot, so that the type check knows no other names and an unknown one is told with its place and the nearest known one.
 */
final class FeatureReferences {
    /** Stands for what could not be resolved, so that the type check does not complain about it a second time. */
    static final String UNRESOLVED = "@?";

    /** The function behind {@code has(feature)}; CEL's own {@code has} is a macro that knows only fields of messages. */
    static final String HAS = "@has";

    private static final String INDEX = "_[_]";
    private static final String ALL_FEATURES = "features";

    private final Map<String, Integer> slots = new HashMap<>();
    private final Problems problems;

    FeatureReferences(List<FeatureSchema> features, Problems problems) {
        this.problems = problems;
        for (int slot = 0; slot < features.size(); slot++) {
            slots.put(features.get(slot).name(), slot);
        }
    }

    static String variable(int slot) {
        return "@" + slot;
    }

    static int slot(String variable) {
        return Integer.parseInt(variable.substring(1));
    }

    void resolve(CelMutableExpr expression) {
        switch (expression.getKind()) {
            case IDENT, SELECT -> {
                String path = path(expression);
                if (path == null) {
                    refuse(expression, "fields of an expression are not supported");
                } else {
                    name(expression, path);
                }
            }
            case CALL -> resolveCall(expression);
            case LIST -> expression.list().elements().forEach(this::resolve);
            case CONSTANT -> {}
            default -> refuse(expression, "objects, maps and loops are not supported");
        }
    }

    private void resolveCall(CelMutableExpr expression) {
        CelMutableCall call = expression.call();
        if (call.function().equals(INDEX)) {
            resolveIndex(expression, call);
            return;
        }
        call.target().ifPresent(this::resolve);
        call.args().forEach(this::resolve);
        if (call.function().equals("has") && call.target().isEmpty()) {
            call.setFunction(HAS);
            if (call.args().size() != 1 || call.args().get(0).getKind() != Kind.IDENT) {
                problems.add(expression.id(), "has() takes one feature");
            }
        }
    }

    private void resolveIndex(CelMutableExpr expression, CelMutableCall call) {
        CelMutableExpr key = call.args().get(1);
        boolean byName = ALL_FEATURES.equals(path(call.args().get(0)))
                && key.getKind() == Kind.CONSTANT
                && key.constant().getKind() == CelConstant.Kind.STRING_VALUE;
        if (byName) {
            name(expression, key.constant().stringValue());
        } else {
            refuse(expression, "an index is only supported in features[\"name\"]");
        }
    }

    private void name(CelMutableExpr expression, String feature) {
        Integer slot = slots.get(feature);
        if (slot == null) {
            refuse(expression, "no feature '" + feature + "'" + DidYouMean.hint(feature, slots.keySet()));
        } else {
            expression.setIdent(CelMutableIdent.create(variable(slot)));
        }
    }

    private void refuse(CelMutableExpr expression, String message) {
        problems.add(expression.id(), message);
        expression.setIdent(CelMutableIdent.create(UNRESOLVED));
    }

    /** Names joined by dots, null if it is anything else. */
    private static @Nullable String path(CelMutableExpr expression) {
        var names = new ArrayList<String>();
        CelMutableExpr part = expression;
        while (part.getKind() == Kind.SELECT) {
            names.add(0, part.select().field());
            part = part.select().operand();
        }
        if (part.getKind() != Kind.IDENT) {
            return null;
        }
        names.add(0, part.ident().name());
        return String.join(".", names);
    }
}
