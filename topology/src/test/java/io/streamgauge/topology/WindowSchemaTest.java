package io.streamgauge.topology;

import static io.streamgauge.topology.Fixtures.baseline;
import static io.streamgauge.topology.Fixtures.event;
import static io.streamgauge.topology.Fixtures.hour;
import static io.streamgauge.topology.Fixtures.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.streamgauge.alerts.lifecycle.Alert;
import io.streamgauge.alerts.lifecycle.Phase;
import io.streamgauge.checks.OffsetRange;
import io.streamgauge.checks.SchemaSettings;
import io.streamgauge.checks.Score;
import io.streamgauge.checks.StabilitySettings;
import io.streamgauge.schemas.contract.Action;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.form.SchemaForm;
import io.streamgauge.schemas.rule.EventRule;
import io.streamgauge.schemas.rule.EventRules;
import io.streamgauge.schemas.slice.SliceSpec;
import io.streamgauge.schemas.text.TextDetector;
import io.streamgauge.topology.settings.ModelSettings;
import io.streamgauge.topology.settings.SourceSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A schema through the whole topology: on every event, on every window, on slices, and against the window before. */
class WindowSchemaTest {
    private static final List<SliceSpec> SLICES = List.of(new SliceSpec.By("c", 2, null));

    @TempDir
    private Path state;

    @Test
    void aFeatureThatIsGoneIsAnAlertAndComesBack() {
        try (var monitor =
                new Monitor(settings(null, model("x: {type: float, presence: {min-fraction: 0.1}}")), state)) {
            monitor.send(hour(0));
            List<Event> without = hour(1);
            without.forEach(one -> one.feature("x", null));
            monitor.send(without).send(hour(2)).send(hour(3)).send(event().at("4:10"));

            assertThat(monitor.alerts("FEATURE_TYPE_NOT_PRESENT"))
                    .extracting(
                            Alert::kind, Alert::phase, alert -> alert.score().feature())
                    .containsExactly(tuple("quality", Phase.FIRING, "x"), tuple("quality", Phase.RESOLVED, "x"));
            assertThat(monitor.alerts("FEATURE_TYPE_NOT_PRESENT").get(0).message())
                    .contains("No example has a value for the feature")
                    .contains("to accept it: {features: {x: ");
        }
    }

    @Test
    void aWindowIsHeldAgainstTheOneBefore() {
        var schema = "c: {type: text, drift: {l-infinity: 0.2}}";
        try (var monitor = new Monitor(settings(null, model(schema)), state)) {
            monitor.send(hour(0)).send(hour(1));
            monitor.forgetLiveObjects();
            monitor.send(onlyA(2)).send(onlyA(3)).send(event().at("4:10").feature("c", "a"));

            assertThat(monitor.scores("drift:COMPARATOR_L_INFTY_HIGH"))
                    .extracting(
                            score -> score.measurement().enoughData(),
                            score -> score.measurement().value())
                    .containsExactly(tuple(false, 0.0), tuple(true, 0.0), tuple(true, 1.0), tuple(true, 0.0));
        }
    }

    /** The window before lies two panes back, in blocks that no window of its own needs any more. */
    @Test
    void windowsThatOverlapLookBackAsFar() {
        ModelSettings model = withSchema(
                Fixtures.model(baseline(), 1, "PT3H/PT1H"), "c: {type: text, drift: {l-infinity: 0.2}}", List.of());
        try (var monitor = new Monitor(settings(null, model), state)) {
            for (int hour = 0; hour < 9; hour++) {
                monitor.send(hour < 6 ? hour(hour) : onlyA(hour));
            }
            monitor.send(event().at("9:10").feature("c", "a"));

            assertThat(monitor.scores("drift:COMPARATOR_L_INFTY_HIGH"))
                    .extracting(
                            score -> (score.window().endMs() - Fixtures.timeMs("0:00")) / 3_600_000,
                            score -> score.measurement().enoughData(),
                            score -> score.measurement().value())
                    .containsExactly(
                            tuple(3L, false, 0.0),
                            tuple(4L, false, 0.0),
                            tuple(5L, false, 0.0),
                            tuple(6L, true, 0.0),
                            tuple(7L, true, 0.0),
                            tuple(8L, true, 1.0),
                            tuple(9L, true, 1.0));
        }
    }

    /** One event in four of the letter b is broken; the other slices are whole. */
    @Test
    void rulesAreCountedForSlicesToo() {
        ModelSettings model = withSchema(
                Fixtures.model(baseline(SLICES), SLICES, 1, "PT1H"),
                "x: {type: float, range: {max: 5}, on: quarantine}",
                List.of());
        try (var monitor = new Monitor(settings(null, model), state)) {
            List<Event> events = hour(0);
            for (int i = 5; i < events.size(); i += 40) { // the sixth of ten is a b
                events.get(i).feature("x", 7.0);
            }
            monitor.send(events.subList(0, 90));
            monitor.forgetLiveObjects();
            monitor.send(events.subList(90, events.size())).send(event().at("1:10"));

            assertThat(monitor.scores("FLOAT_TYPE_BIG_FLOAT"))
                    .extracting(
                            score -> score.subject().slice(),
                            score -> score.measurement().value(),
                            score -> score.measurement().n(),
                            score -> score.evidence().size())
                    .containsExactlyInAnyOrder(
                            tuple("all", 5 / 200.0, 200L, 5),
                            tuple("c=a", 0.0, 100L, 0),
                            tuple("c=b", 5 / 60.0, 60L, 5),
                            tuple("c=(other)", 0.0, 40L, 0));
            assertThat(monitor.alerts("FLOAT_TYPE_BIG_FLOAT"))
                    .extracting(alert -> alert.score().subject().slice())
                    .containsExactlyInAnyOrder("all", "c=b");
        }
    }

    @Test
    void thePatchOfARuleSaysWhatWasFound() {
        try (var monitor = new Monitor(settings(null, model("x: {type: float, range: {max: 5}}")), state)) {
            List<Event> events = hour(0);
            events.get(7).feature("x", 7.0);
            monitor.send(events).send(event().at("1:10"));

            assertThat(monitor.alerts("FLOAT_TYPE_BIG_FLOAT")
                            .get(0)
                            .score()
                            .finding()
                            .patch())
                    .isEqualTo("{features: {x: {range: {max: 7.0}}}}");
        }
    }

    @Test
    void thePatchOfAPredicateToleratesWhatWasFound() {
        String features = "version: 1\nfeatures: {x: {type: float}}\n";
        DataContract contract = SchemaForm.read(features + "predicates: [{name: big, when: 'x > 5.0'}]\n", "test");
        ModelSettings plain = Fixtures.model(baseline(), 1, "PT1H");
        List<FeatureSchema> slots = plain.source(Source.FEATURES).mapping().features();
        EventRule rule = EventRules.of(contract.predicates().get(0), slots);
        ModelSettings model = plain.withRules(Map.of(Source.FEATURES, List.of(rule)))
                .withChecks(plain.checks().withSchema(new SchemaSettings(contract, null, 30)));
        try (var monitor = new Monitor(settings(null, model), state)) {
            List<Event> events = hour(0);
            events.get(7).feature("x", 7.0);
            monitor.send(events).send(event().at("1:10"));

            String patch = monitor.alerts("rule:big").get(0).score().finding().patch();
            DataContract patched =
                    SchemaForm.read(features + patch.substring(1, patch.length() - 1) + "\n", "the patch");
            assertThat(patched.predicates())
                    .containsExactly(contract.predicates().get(0).tolerating(0.005));
        }
    }

    @Test
    void columnsThatNobodyExpectsAreNamedAndOfferedToTheSchema() {
        ModelSettings plain = Fixtures.model(baseline(), 1, "PT1H");
        List<SourceSettings> strict = plain.sources().stream()
                .map(source -> source.withMapping(source.mapping().expecting(Set.of("gate"))))
                .toList();
        ModelSettings model =
                plain.withSources(strict).withRules(Map.of(Source.FEATURES, List.of(EventRules.ofColumns())));
        try (var monitor = new Monitor(settings(null, model), state)) {
            List<Event> events = hour(0);
            events.get(3).column("speed", 7.0);
            events.get(5).column("gate", 7.0);
            monitor.send(events.subList(0, 90));
            monitor.forgetLiveObjects();
            events.get(95).column("height", 7.0);
            monitor.send(events.subList(90, events.size())).send(event().at("1:10"));

            Score score = monitor.scores("SCHEMA_NEW_COLUMN").get(0);
            assertThat(score.measurement().value()).isEqualTo(2 / 200.0);
            assertThat(score.note()).isEqualTo("neither mapped nor in the schema: height, speed");
            assertThat(score.finding().patch()).isEqualTo("{features: {height: {type: float}, speed: {type: float}}}");
            assertThat(score.evidence()).extracting(OffsetRange::firstOffset).containsExactly(3L, 95L);
            assertThat(monitor.alerts("SCHEMA_NEW_COLUMN")).hasSize(1);
        }
    }

    @Test
    void whatADetectorFindsIsCountedAndShownNowhere() {
        String address = "ann@example.org";
        try (var monitor = new Monitor(
                settings(
                        null,
                        withSchema(
                                Fixtures.model(baseline(), 1, "PT1H"),
                                "c: {type: text, enum: [a, b, c], drift: {l-infinity: 0.01}}",
                                List.of(TextDetector.EMAIL))),
                state)) {
            List<Event> events = hour(1);
            for (int i = 0; i < 100; i++) {
                events.get(i).feature("c", address);
            }
            monitor.send(hour(0)).send(events).send(event().at("2:10"));

            assertThat(monitor.alerts("text:email")).hasSize(1);
            assertThat(monitor.alerts("ENUM_TYPE_UNEXPECTED_STRING_VALUES")).hasSize(1);
            assertThat(monitor.alerts("drift:COMPARATOR_L_INFTY_HIGH")).hasSize(1);
            var written = new ArrayList<>(monitor.scoresAndMarks());
            written.addAll(monitor.alertRecords());
            assertThat(written).noneMatch(record -> record.toString().contains(address));
        }
    }

    @Test
    void aFeatureThatGotStuckIsAnAlert() {
        ModelSettings plain = Fixtures.model(baseline(), 1, "PT1H");
        var settings = new StabilitySettings(feature -> true, null, Fixtures.BUDGET, 30);
        var model = plain.withChecks(plain.checks().withStability(settings));
        try (var monitor = new Monitor(settings(null, model), state)) {
            List<Event> stuck = hour(1);
            stuck.forEach(one -> one.feature("x", 0.25));
            List<Event> over = hour(2);
            over.get(3).feature("x", (double) Integer.MAX_VALUE);
            monitor.send(hour(0)).send(stuck).send(over).send(event().at("3:10"));

            assertThat(monitor.scores("constant"))
                    .filteredOn(score -> score.measurement().exceeds())
                    .extracting(Score::feature)
                    .containsExactly("x");
            assertThat(monitor.alerts("constant")).extracting(Alert::phase).contains(Phase.FIRING);
            assertThat(monitor.alerts("overflow")).hasSize(1);
        }
    }

    @Test
    void idsThatComeAgainAreCountedOverTheWindow() {
        ModelSettings plain = Fixtures.model(baseline(), 1, "PT2H");
        var settings = new StabilitySettings(feature -> false, null, 0.01, Fixtures.BUDGET, 30);
        var model = plain.withChecks(plain.checks().withStability(settings));
        try (var monitor = new Monitor(settings(null, model), state)) {
            List<Event> events = new ArrayList<>(hour(2));
            events.addAll(5, events.subList(0, 3)); // ids are times
            monitor.send(hour(0)).send(hour(1)).send(events.subList(0, 6));
            monitor.forgetLiveObjects();
            monitor.send(events.subList(6, events.size())).send(hour(3)).send(event().at("4:10"));

            assertThat(monitor.scores("duplicate-ids"))
                    .extracting(
                            score -> score.measurement().value(),
                            score -> score.measurement().n())
                    .containsExactly(tuple(0.0, 400L), tuple(3 / 403.0, 403L));
            assertThat(monitor.scores("duplicate-ids").get(1).evidence())
                    .extracting(OffsetRange::firstOffset)
                    .containsExactly(405L, 406L, 407L);
            assertThat(monitor.alerts("duplicate-ids")).isEmpty();
        }
    }

    private static List<Event> onlyA(int hour) {
        List<Event> events = hour(hour);
        events.forEach(one -> one.feature("c", "a"));
        return events;
    }

    private static ModelSettings model(String features) {
        return withSchema(Fixtures.model(baseline(), 1, "PT1H"), features, List.of());
    }

    private static ModelSettings withSchema(ModelSettings model, String features, List<TextDetector> detectors) {
        DataContract contract =
                SchemaForm.read("version: 1\nfeatures:\n  " + features.replace("\n", "\n  ") + "\n", "test");
        var slots = model.source(Source.FEATURES).mapping().features();
        var rules = new ArrayList<EventRule>(EventRules.ofSchema(contract, null, slots));
        rules.addAll(EventRules.ofTexts(detectors, Action.FLAG, slots));
        return model.withRules(Map.of(Source.FEATURES, rules))
                .withChecks(model.checks().withSchema(new SchemaSettings(contract, null, 30)));
    }
}
