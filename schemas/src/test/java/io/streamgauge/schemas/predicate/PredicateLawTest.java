package io.streamgauge.schemas.predicate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The closures give what dev.cel's own interpreter gives; where that has no answer (a missing value, an error), they are unknown. */
class PredicateLawTest {

    private final CelRuntime interpreter = CelRuntimeFactory.legacyCelRuntimeBuilder()
            .addFunctionBindings(mixedArithmetic())
            .addFunctionBindings(mixedComparisons())
            .build();

    /** What {@link TypeCheck} declares beyond CEL's own functions. */
    private static List<CelFunctionBinding> mixedArithmetic() {
        var bindings = new ArrayList<CelFunctionBinding>();
        mixed(bindings, "add", (a, b) -> a + b);
        mixed(bindings, "subtract", (a, b) -> a - b);
        mixed(bindings, "multiply", (a, b) -> a * b);
        mixed(bindings, "divide", (a, b) -> a / b);
        mixed(bindings, "equals", (a, b) -> a.doubleValue() == b.doubleValue());
        mixed(bindings, "not_equals", (a, b) -> a.doubleValue() != b.doubleValue());
        bindings.add(
                CelFunctionBinding.from("in_list_double_int64", Double.class, List.class, PredicateLawTest::contains));
        bindings.add(
                CelFunctionBinding.from("in_list_int64_double", Long.class, List.class, PredicateLawTest::contains));
        return bindings;
    }

    /** As IEEE 754 has it; dev.cel's own, which are off, order -0.0 before 0 and NaN behind all. */
    private static List<CelFunctionBinding> mixedComparisons() {
        var bindings = new ArrayList<CelFunctionBinding>();
        mixed(bindings, "less", (a, b) -> a < b);
        mixed(bindings, "less_equals", (a, b) -> a <= b);
        mixed(bindings, "greater", (a, b) -> a > b);
        mixed(bindings, "greater_equals", (a, b) -> a >= b);
        return bindings;
    }

    @SuppressWarnings("Immutable") // the lambdas above capture nothing
    private static void mixed(List<CelFunctionBinding> to, String word, BiFunction<Double, Double, Object> answer) {
        to.add(CelFunctionBinding.from(
                word + "_double_integer", Double.class, Long.class, (a, b) -> answer.apply(a, (double) b)));
        to.add(CelFunctionBinding.from(
                word + "_integer_double", Long.class, Double.class, (a, b) -> answer.apply((double) a, b)));
    }

    @Property(tries = 1000)
    void closuresAgreeWithTheInterpreter(@ForAll("predicates") String cel, @ForAll("rows") List<Object> row) {
        Truth expected = interpreted(cel, row);

        assertThat(Predicate.compile(cel, Rows.FEATURES).test(Rows.event(row.toArray())))
                .as("%s on %s", cel, row)
                .isEqualTo(expected);
    }

    @Test
    void notANumberEqualsNothingNotEvenItself() {
        Object[] row = {Double.NaN, null, null, null, null, null, null};
        String x = "features['" + Rows.FEATURES.get(0).name() + "']";

        assertThat(Predicate.compile(x + " == " + x, Rows.FEATURES).test(Rows.event(row)))
                .isEqualTo(Truth.FALSE);
        assertThat(Predicate.compile(x + " != " + x, Rows.FEATURES).test(Rows.event(row)))
                .isEqualTo(Truth.TRUE);
    }

    private static boolean contains(Number sought, List<?> numbers) {
        return numbers.stream().anyMatch(number -> ((Number) number).doubleValue() == sought.doubleValue());
    }

    private Truth interpreted(String cel, List<Object> row) {
        var problems = new Problems();
        CelAbstractSyntaxTree tree = new TypeCheck(Rows.FEATURES, problems).check(cel);
        Map<String, Object> present = new HashMap<>();
        for (int slot = 0; slot < row.size(); slot++) {
            if (row.get(slot) != null) {
                present.put(FeatureReferences.variable(slot), row.get(slot));
            }
        }
        try {
            Object answer = interpreter.createProgram(tree).eval(present);
            return answer instanceof Boolean known ? Truth.of(known) : Truth.UNKNOWN;
        } catch (CelEvaluationException errorOrMissing) {
            return Truth.UNKNOWN;
        }
    }

    /** Without NaN: dev.cel compares objects, so that a NaN equals itself there; ours is tested beside this. */
    @Provide
    Arbitrary<List<Object>> rows() {
        Arbitrary<@Nullable Object> number =
                Arbitraries.of(Arrays.asList(null, 0.0, -0.0, 1.0, 1.5, 2.0, -3.0, 1e300, Double.POSITIVE_INFINITY));
        Arbitrary<@Nullable Object> text =
                Arbitraries.of(Arrays.asList(null, "", "a", "ab", "ba", "DE", "aabaab", "äa"));
        Arbitrary<@Nullable Object> bool = Arbitraries.of(Arrays.asList(null, true, false));
        return number.list()
                .ofSize(4)
                .flatMap(numbers -> text.list()
                        .ofSize(2)
                        .flatMap(texts -> bool.map(vip -> Arrays.asList(
                                numbers.get(0),
                                numbers.get(1),
                                texts.get(0),
                                texts.get(1),
                                vip,
                                numbers.get(2),
                                numbers.get(3)))));
    }

    @Provide
    Arbitrary<String> predicates() {
        return Arbitraries.randomValue(random -> new PredicateText(random).truth(3));
    }
}
