package io.streamgauge.app.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.checks.Calibrations;
import io.streamgauge.checks.Check;
import io.streamgauge.checks.CheckSettings;
import io.streamgauge.checks.Checks;
import io.streamgauge.checks.Observation;
import io.streamgauge.checks.OffsetRange;
import io.streamgauge.checks.RuleCounts;
import io.streamgauge.checks.SchemaSettings;
import io.streamgauge.checks.Subject;
import io.streamgauge.checks.Traffic;
import io.streamgauge.checks.Window;
import io.streamgauge.checks.WindowSpec;
import io.streamgauge.checks.schema.CheckOptions;
import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.BaselineBuilder;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.DataSchema;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.event.FeatureSlot;
import io.streamgauge.schemas.form.SchemaForm;
import io.streamgauge.schemas.rule.EventChecks;
import io.streamgauge.schemas.rule.EventRule;
import io.streamgauge.schemas.rule.EventRules;
import io.streamgauge.statistics.profile.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The same rows to {@code validate} and to the checks of the service give the same anomalies of the same features. Rows have a number n, a
 * whole number w and a text t; of a hundred the first few are as the case says.
 */
class OnlineAgreementTest {
    private static final int ROWS = 100;

    @TempDir
    private Path directory;

    /** What one in four rows holds, by column, and if that is wrong; the others hold 0.5 to 99.5, 0 to 99, and a, b, c in turn. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "n: {type: float, range: {min: 0, max: 99.5}}; n=-1; yes",
                "n: {type: float, range: {min: 0, max: 99.5}}; n=100.25; yes",
                "n: {type: float, range: {min: 0, max: 99.5}}; n=50.5; no",
                "n: {type: float, nan: false}; n=NaN; yes",
                "n: {type: float, infinity: false}; n=Infinity; yes",
                "n: {type: float, infinity: false, nan: false}; n=1.5; no",
                "n: {type: float, presence: {min-fraction: 0.9}}; n=; yes",
                "n: {type: float, presence: {min-fraction: 0.5}}; n=; no",
                "n: {type: float, presence: {min-fraction: 1, min-count: 90}}; n=; yes",
                "n: {type: float, presence: {min-fraction: 1, min-count: 10}}; n=1.5; no",
                "w: {type: integer, range: {min: 0, max: 99}}; w=100; yes",
                "w: {type: integer, range: {min: 0, max: 99}}; w=-1; yes",
                "w: {type: integer}; w=1.5; yes",
                "w: {type: integer}; w=7; no",
                "w: {type: integer, boolean: {}}; w=1; yes",
                "t: {type: text, enum: [a, b, c]}; t=d; yes",
                "t: {type: text, enum: [a, b, c]}; t=a; no",
                "t: {type: text, enum: [a, b, c], min-domain-mass: 0.9}; t=d; yes",
                "t: {type: text, enum: [a, b, c], min-domain-mass: 0.6}; t=d; no",
                "t: {type: text, length: {max: 3}}; t=word; yes",
                "t: {type: text, length: {min: 1, max: 4}}; t=word; no",
                "t: {type: text, pattern: '[a-c]'}; t=d; yes",
                "t: {type: text, unique: {max: 3}}; t=d; yes",
                "t: {type: text, unique: {max: 3}}; t=a; no",
                "t: {type: text, unique: {min: 4}}; t=a; yes",
                "t: {type: text, boolean: {true: a, false: b}}; t=c; yes",
                "t: {type: text, parsed-as: integer}; t=12; yes",
                "n: {type: float, unique: {max: 3}}; n=1.5; yes"
            })
    void whatIsWrongOfflineIsWrongOnline(String feature, String odd, String wrong) throws IOException {
        DataContract contract = SchemaForm.read("version: 1\nfeatures:\n  " + feature + "\n", "test");
        List<List<String>> rows = rows(odd);

        Set<String> online = online(contract, rows);
        assertThat(online).isEqualTo(offline(contract, rows));
        assertThat(online.isEmpty()).isEqualTo(wrong.equals("no"));
    }

    private Set<String> offline(DataContract contract, List<List<String>> rows) throws IOException {
        Path schema = directory.resolve("schema.yaml");
        Files.writeString(schema, SchemaForm.write(contract));
        Path data = directory.resolve("data.csv");
        String lines = rows.stream().map(row -> String.join(",", row)).collect(Collectors.joining("\n"));
        Files.writeString(data, "n,w,t\n" + lines + "\n");
        String known = contract.features().get(0).name();
        return Validation.of(new ValidationFiles(schema, data, null, null, null), CheckOptions.DEFAULT)
                .anomalies()
                .stream()
                .filter(anomaly -> known.equals(anomaly.feature())) // the schema says nothing of the other columns
                .map(anomaly -> anomaly.type() + " " + anomaly.feature())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> online(DataContract contract, List<List<String>> rows) throws IOException {
        List<FeatureSchema> slots = slots();
        Baseline baseline = baseline(slots);
        List<EventRule> rules = EventRules.ofSchema(contract, null, slots);
        var settings = new CheckSettings(null, Map.of(), null, Map.of(), Map.of())
                .withSchema(new SchemaSettings(contract, null, 1));
        List<Check> checks = Checks.of(
                settings,
                baseline,
                Source.FEATURES,
                WindowSpec.tumbling(Duration.ofHours(1)),
                true,
                true,
                rules,
                "config",
                new Calibrations());
        Observation window = window(rows, slots, baseline, rules);
        return checks.stream()
                .flatMap(check -> check.assess(window).stream())
                .filter(score -> score.feature() != null && score.measurement().exceeds())
                .map(score -> score.metric() + " " + score.feature())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Observation window(
            List<List<String>> rows, List<FeatureSchema> slots, Baseline baseline, List<EventRule> rules) {
        List<Profile> profiles = baseline.features(Source.FEATURES).stream()
                .map(feature -> (Profile) feature.layout().newProfile())
                .toList();
        var broken = new TreeMap<String, RuleCounts.Broken>();
        var checks = new EventChecks(rules);
        for (int i = 0; i < rows.size(); i++) {
            EventBuffer event = event(rows.get(i), slots);
            int count = checks.check(event);
            for (int k = 0; k < count; k++) {
                var once = new RuleCounts.Broken(1, List.of(new OffsetRange("t", 0, i, i)));
                broken.merge(
                        checks.broken(k).id(),
                        once,
                        (a, b) -> new RuleCounts.Broken(a.events() + b.events(), a.evidence()));
            }
            for (int slot = 0; slot < profiles.size(); slot++) {
                event.addTo(slot, profiles.get(slot));
            }
        }
        return new Observation(
                new Subject("m", "1", Source.FEATURES, Subject.ALL),
                new Window(0, 3_600_000),
                profiles,
                new Traffic(rows.size(), 0, 0, 1, new RuleCounts(0, broken)),
                List.of());
    }

    /** As a decoder fills it: by the one rule of how values enter slots. */
    private static EventBuffer event(List<String> row, List<FeatureSchema> slots) {
        var event = new EventBuffer(slots.size());
        for (int slot = 0; slot < slots.size(); slot++) {
            String cell = row.get(slot);
            var target = new FeatureSlot(slot, slots.get(slot).type());
            if (cell.isEmpty()) {
                event.missing(slot);
            } else if (slots.get(slot).type() == FeatureType.NUMERIC) {
                target.number(event, Double.parseDouble(cell));
            } else {
                target.text(event, cell);
            }
        }
        return event;
    }

    private static List<FeatureSchema> slots() {
        return List.of("n", "w", "t").stream()
                .map(name -> new FeatureSchema(
                        name, Source.FEATURES, name.equals("t") ? FeatureType.CATEGORICAL : FeatureType.NUMERIC))
                .toList();
    }

    private static Baseline baseline(List<FeatureSchema> slots) throws IOException {
        return BaselineBuilder.of("m", "1", new DataSchema(slots))
                .build(consumer -> rows("").forEach(row -> {
                    EventBuffer event = event(row, slots);
                    event.eventTime(0);
                    consumer.accept(Source.FEATURES, event);
                }));
    }

    private static List<List<String>> rows(String odd) {
        String[] parts = odd.split("=", 2);
        return IntStream.range(0, ROWS)
                .mapToObj(i -> {
                    var row = new ArrayList<>(
                            List.of(i + ".5", "" + i, List.of("a", "b", "c").get(i % 3)));
                    if (parts.length == 2 && i % 4 == 0) {
                        row.set(List.of("n", "w", "t").indexOf(parts[0]), parts[1]);
                    }
                    return (List<String>) row;
                })
                .toList();
    }
}
