package io.streamgauge.checks;

import io.streamgauge.checks.schema.WindowFindings;
import io.streamgauge.checks.schema.WindowFindings.Distance;
import io.streamgauge.checks.schema.WindowSchema;
import io.streamgauge.schemas.contract.Anomaly;
import io.streamgauge.schemas.contract.Severity;
import io.streamgauge.statistics.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Do windows keep their schema, in what no single event can show: that a feature is there at all, how many distinct values it has, how far
 * its distribution is from training and from the window before, how many events there are? By the code of {@code validate}, on the
 * window's profiles. What single events show, {@link RuleCheck} counts.
 *
 * <p>The value of a score is 1 if the schema is broken, else 0; its note says by what. How far a window is from training is skew, not
 * quality, and there the value is the distance itself. Distances of windows with few rows say nothing.
 */
public final class WindowSchemaCheck implements Check {
    private final WindowSchema schema;
    private final List<WatchedAnomaly> watched;
    private final Reference reference;
    private final SchemaSettings settings;
    private final Provenance provenance;

    private WindowSchemaCheck(
            WindowSchema schema,
            List<WatchedAnomaly> watched,
            Reference reference,
            SchemaSettings settings,
            Provenance provenance) {
        this.schema = schema;
        this.watched = List.copyOf(watched);
        this.reference = reference;
        this.settings = settings;
        this.provenance = provenance;
    }

    /**
     * The check of one source.
     *
     * @param wholeData whether the source is what the schema's limits of the data as a whole are about
     */
    static WindowSchemaCheck of(
            SchemaSettings settings, Reference reference, boolean wholeData, Provenance provenance) {
        WindowSchema schema = schema(settings, reference, wholeData);
        List<WatchedAnomaly> watched = WatchedAnomaly.of(schema).stream()
                .filter(one -> settings.severity(one.type()) != Severity.UNKNOWN)
                .toList();
        return new WindowSchemaCheck(schema, watched, reference, settings, provenance);
    }

    static WindowSchema schema(SchemaSettings settings, Reference reference, boolean wholeData) {
        var slots = reference.features().stream().map(FeatureReference::schema).toList();
        return new WindowSchema(settings.schema(), slots, settings.environment(), wholeData);
    }

    @Override
    public boolean looksBack() {
        return watched.stream().anyMatch(WatchedAnomaly::looksBack);
    }

    @Override
    public List<Score> assess(Observation observation) {
        var training = reference.totals(observation.subject().slice());
        WindowFindings findings = schema.findings(observation.profiles(), observation.before(), training);
        var scores = new ArrayList<Score>();
        for (WatchedAnomaly one : watched) {
            if (observation.isWhole() || one.ofParts()) {
                scores.add(score(one, findings, training, observation));
            }
        }
        return scores;
    }

    private Score score(
            WatchedAnomaly one, WindowFindings findings, @Nullable List<Profile> training, Observation observation) {
        Anomaly found =
                findings.of(one.feature(), one.type(), one.againstTraining()).orElse(null);
        Distance distance = one.againstTraining()
                ? findings.skewOf(one.feature(), one.type()).orElse(null)
                : null;
        boolean shown = observation.mayShow(one.feature());
        String patch = found == null || !shown ? null : findings.patch(found, one.againstTraining());
        return new Score(
                observation.subject(),
                observation.window(),
                SchemaSkew.checkOf(one, settings.environment()),
                one.metric(),
                distance == null
                        ? "1 if the schema is broken, else 0"
                        : "as TFDV's skew comparator computes it, of the window's profile and training's",
                one.feature(),
                new Measurement(
                        distance != null ? distance.value() : found == null ? 0 : 1,
                        distance != null ? distance.limit() : 0,
                        null,
                        null,
                        null,
                        null,
                        observation.events(),
                        0,
                        isGround(one, training, observation)),
                List.of(),
                observation.evidence(),
                provenance,
                new Finding(settings.severity(one.type()), patch),
                found == null ? null : shown ? findings.note(found) : found.shortDescription());
    }

    /** Whether the window can say anything about it. That it is empty is only news where the training data had no empty window. */
    private boolean isGround(WatchedAnomaly one, @Nullable List<Profile> training, Observation observation) {
        return switch (one.needs()) {
            case EVENTS_IN_TRAINING -> observation.events() > 0 || reference.neverEmpty();
            case EVENTS -> observation.events() > 0;
            case ROWS -> observation.events() >= settings.minimumRows();
            case WINDOW_BEFORE -> observation.events() > 0 && rows(observation.before()) >= settings.minimumRows();
            case ROWS_BEFORE ->
                observation.events() >= settings.minimumRows() && rows(observation.before()) >= settings.minimumRows();
            case ROWS_IN_TRAINING ->
                observation.events() >= settings.minimumRows() && rows(training) >= settings.minimumRows();
        };
    }

    private static long rows(@Nullable List<Profile> profiles) {
        return profiles == null || profiles.isEmpty() ? 0 : profiles.get(0).count();
    }
}
