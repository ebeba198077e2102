package io.streamgauge.app.config;

import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.FeatureBaseline;
import io.streamgauge.schemas.baseline.SliceBaseline;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.predicate.InvalidPredicateException;
import io.streamgauge.schemas.predicate.Predicate;
import io.streamgauge.schemas.slice.SliceSpec;
import io.streamgauge.schemas.slice.Slices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Do a model's slices fit its baseline? */
public final class SliceFit {
    private SliceFit() {}

    /** Why the baseline's features cannot be divided so; empty if they can. */
    static Optional<String> problem(List<SliceSpec> specs, Baseline baseline) {
        var bySource = new ArrayList<Slices>();
        try {
            for (Source source : Source.values()) {
                bySource.add(slices(specs, baseline, source));
            }
        } catch (IllegalArgumentException tooMany) {
            return Optional.of(String.valueOf(tooMany.getMessage()));
        }
        return specs.stream()
                .filter(spec -> bySource.stream().noneMatch(slices -> slices.has(spec)))
                .findFirst()
                .map(spec -> why(spec, baseline));
    }

    /** What is judged less than it could be, because the baseline knows too little of the slices. */
    public static List<String> notes(ModelConfig model, Baseline baseline) {
        var notes = new ArrayList<String>();
        for (Source source : Source.values()) {
            List<String> unknown = unknown(slices(model.slices(), baseline, source), baseline.slices(source));
            if (!unknown.isEmpty()) {
                notes.add("models." + model.name() + ".slices: drift of " + source.word() + " is not judged in "
                        + unknown.size() + " slice(s) that the baseline does not know, such as " + unknown.get(0)
                        + ": build it with --slices and this configuration");
            }
        }
        return notes;
    }

    private static List<String> unknown(Slices slices, List<SliceBaseline> known) {
        return slices.definitions().entrySet().stream()
                .filter(slice -> known.stream()
                        .noneMatch(other -> other.slice().equals(slice.getKey())
                                && other.definition().equals(slice.getValue())))
                .map(slice -> slice.getKey())
                .toList();
    }

    private static Slices slices(List<SliceSpec> specs, Baseline baseline, Source source) {
        List<FeatureBaseline> features = baseline.features(source);
        return Slices.of(
                specs,
                schemas(baseline, source),
                features.stream().map(FeatureBaseline::total).toList());
    }

    private static List<FeatureSchema> schemas(Baseline baseline, Source source) {
        return baseline.features(source).stream().map(FeatureBaseline::schema).toList();
    }

    private static String why(SliceSpec spec, Baseline baseline) {
        if (spec instanceof SliceSpec.Where where) {
            try {
                Predicate.compile(where.when(), schemas(baseline, Source.FEATURES));
            } catch (InvalidPredicateException e) {
                return "slice " + where.name() + ": " + e.getMessage();
            }
            return "slice " + where.name() + " lies in slice " + where.within() + ", which is of another source";
        }
        return "slices by " + spec.name() + " need a categorical or boolean feature of this name in the baseline";
    }
}
