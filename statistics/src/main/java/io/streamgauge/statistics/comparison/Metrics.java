package io.streamgauge.statistics.comparison;

import io.streamgauge.statistics.comparison.BinnedMetric.Bins;
import io.streamgauge.statistics.distance.EffectSize;
import io.streamgauge.statistics.inference.EProcess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The list of all metrics, by the names of specifications. A new one is a class and a line here. */
public final class Metrics {

    /** The metric to take when none is asked for: the service's, applicable to every type, with a known null distribution. */
    public static final MetricSpecification DEFAULT = MetricSpecification.parse(EffectSize.NAME);

    private static final Map<String, Factory> ALL = new LinkedHashMap<>();

    private interface Factory {
        Metric of(MetricSpecification specification, Parameters parameters);
    }

    static {
        ALL.put(EffectSize.NAME, (specification, parameters) -> {
            parameters.word("binning", Binnings.BASELINE, Binnings.BASELINE);
            parameters.word("missing", "bin", "bin");
            return new EffectSizeMetric(specification);
        });
        ALL.put("psi", smoothed((p, smoothing) -> new PopulationStabilityIndex(smoothing)));
        ALL.put("kl", smoothed((p, smoothing) -> new KullbackLeibler(smoothing, fromCurrent(p))));
        ALL.put("js-divergence", binned(p -> new JensenShannon(false, base2(p))));
        ALL.put("js-distance", binned(p -> new JensenShannon(true, base2(p))));
        ALL.put("l-infinity", ofCategories(p -> new LargestChange(robust(p))));
        ALL.put("normalized-absolute-difference", ofCategories(p -> new NormalizedAbsoluteDifference()));
        ALL.put("total-variation", binned(p -> new TotalVariation()));
        ALL.put("hellinger", binned(p -> new Hellinger()));
        ALL.put("ks", onValues(p -> new KolmogorovSmirnov(PValueForm.of(p), robust(p))));
        ALL.put("chi-square", contingency(false));
        ALL.put("g-test", contingency(true));
        ALL.put("wasserstein", onValues(p -> new Wasserstein(false, 0)));
        ALL.put(
                "wasserstein-normalized",
                onValues(p -> new Wasserstein(true, p.number("min-deviation", 0.001, 0, Double.MAX_VALUE))));
        ALL.put("energy", onValues(p -> new EnergyDistance()));
        ALL.put("cramer-von-mises", onValues(p -> new CramerVonMises(PValueForm.of(p))));
        ALL.put("anderson-darling", onValues(p -> new AndersonDarling()));
        ALL.put(
                "mann-whitney",
                onValues(p -> new MannWhitney(
                        p.word("alternative", "two-sided", "two-sided", "less", "greater"), PValueForm.of(p))));
        ALL.put(
                "welch-t",
                onValues(p -> new WelchT(
                        p.word("variance", "unequal", "unequal", "equal").equals("equal"))));
        ALL.put(EProcess.NAME, (specification, p) -> {
            double floor = p.number("floor", 0, 0, 1);
            return new OneShotEProcess(specification, p.convention(), floor);
        });
    }

    private Metrics() {}

    /** All names, in the order of the list. */
    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /**
     * The metric that a specification asks for.
     *
     * @throws IllegalArgumentException in one line, if there is no such metric or parameter, or a value is out of range
     */
    public static Metric of(MetricSpecification specification) {
        return of(specification, Map.of());
    }

    /** @param preset parameters of a convention, which hold where the specification gives none */
    static Metric of(MetricSpecification specification, Map<String, String> preset) {
        Factory factory = ALL.get(specification.name());
        if (factory == null) {
            throw new IllegalArgumentException(
                    "no metric is named '" + specification.name() + "', there are: " + String.join(", ", ALL.keySet()));
        }
        return factory.of(specification, new Parameters(specification, preset));
    }

    /** The formula of a metric on shared bins, where the bins are those of profiles. */
    static BinFormula onProfiles(String name, Parameters p) {
        return switch (name) {
            case "psi" -> new PopulationStabilityIndex(finiteSmoothing(p));
            case "kl" -> new KullbackLeibler(finiteSmoothing(p), fromCurrent(p));
            case "js-divergence" -> new JensenShannon(false, base2(p));
            case "js-distance" -> new JensenShannon(true, base2(p));
            case "l-infinity" -> new LargestChange(robust(p));
            case "total-variation" -> new TotalVariation();
            case "hellinger" -> new Hellinger();
            case "chi-square" -> new ContingencyTest(false, false, false);
            case "g-test" -> new ContingencyTest(true, false, false);
            default -> throw new IllegalArgumentException("no metric on shared bins is named '" + name + "'");
        };
    }

    private static Smoothing finiteSmoothing(Parameters parameters) {
        if (parameters.text("zero-fill", "half-count").equals("none")) {
            throw parameters.invalid(
                    "zero-fill", "none", "half-count, adaptive or a number: without it a score is infinite");
        }
        return smoothing(parameters);
    }

    private static Factory onValues(Function<Parameters, ValueTest> test) {
        return (specification, parameters) -> {
            ValueTest settled = test.apply(parameters);
            parameters.word("missing", "drop", "drop");
            return new ValueMetric(specification, parameters.convention(), settled);
        };
    }

    private static Factory binned(Function<Parameters, BinFormula> formula) {
        return (specification, parameters) ->
                distance(specification, parameters, bins(parameters, true), formula.apply(parameters));
    }

    private interface SmoothedFormula {
        BinFormula of(Parameters parameters, Smoothing smoothing);
    }

    private static Factory smoothed(SmoothedFormula formula) {
        return binned(parameters -> formula.of(parameters, smoothing(parameters)));
    }

    /** Numbers only in bins that the user has chosen. */
    private static Factory ofCategories(Function<Parameters, BinFormula> formula) {
        return (specification, parameters) -> {
            Bins bins = parameters.isGiven("binning")
                    ? bins(parameters, true)
                    : new Bins(null, missingIsBin(parameters, !parameters.explicit()), !parameters.explicit());
            return distance(specification, parameters, bins, formula.apply(parameters));
        };
    }

    private static Metric distance(
            MetricSpecification specification, Parameters parameters, Bins bins, BinFormula formula) {
        return new BinnedMetric(
                specification,
                parameters.convention(),
                bins,
                masses -> Measured.of(formula.of(masses)),
                formula.shrinkage());
    }

    private static Factory contingency(boolean logLikelihood) {
        return (specification, parameters) -> {
            Bins bins = bins(parameters, false);
            String form = parameters.word("form", "contingency", "contingency", "goodness-of-fit");
            var test =
                    new ContingencyTest(logLikelihood, form.equals("goodness-of-fit"), parameters.flag("yates", false));
            return new BinnedMetric(specification, parameters.convention(), bins, test::test, null);
        };
    }

    /** Missing is a bin in the service; a classical metric, which is what one with parameters is, drops it. */
    private static Bins bins(Parameters parameters, boolean isOfService) {
        boolean plain = !parameters.explicit();
        Binning binning = Binnings.of(parameters);
        return new Bins(binning, missingIsBin(parameters, plain && isOfService), plain && isOfService);
    }

    private static boolean missingIsBin(Parameters parameters, boolean otherwise) {
        return parameters
                .word("missing", otherwise ? "bin" : "drop", "drop", "bin")
                .equals("bin");
    }

    private static Smoothing smoothing(Parameters parameters) {
        if (parameters.isGiven("min-share")) {
            return Smoothing.atLeast(parameters.number("min-share", 0.01, 0, 1));
        }
        String fill = parameters.text("zero-fill", "half-count");
        Smoothing smoothing = switch (fill) {
            case "half-count" -> Smoothing.halfCount();
            case "adaptive" -> Smoothing.adaptive();
            case "none" -> Smoothing.none();
            default -> Smoothing.zeroFill(parameters.number("zero-fill", fill, Double.MIN_NORMAL, 1));
        };
        return parameters.flag("renormalise", false) ? smoothing.renormalised() : smoothing;
    }

    private static boolean fromCurrent(Parameters parameters) {
        return parameters
                .word("direction", "reference-current", "reference-current", "current-reference")
                .equals("current-reference");
    }

    private static boolean base2(Parameters parameters) {
        return parameters.word("base", "2", "2", "e").equals("2");
    }

    private static double robust(Parameters parameters) {
        return parameters.number("robust", 0, 0, 1000);
    }
}
