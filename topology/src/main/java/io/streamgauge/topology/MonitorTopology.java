package io.streamgauge.topology;

import io.streamgauge.schemas.decode.EventDecoders;
import io.streamgauge.schemas.serde.SchemaRegistry;
import io.streamgauge.topology.alert.AlertDefinition;
import io.streamgauge.topology.assess.AssessDefinition;
import io.streamgauge.topology.assess.AssessOutput;
import io.streamgauge.topology.ingest.IngestDefinition;
import io.streamgauge.topology.ingest.IngestOutput;
import io.streamgauge.topology.join.JoinDefinition;
import io.streamgauge.topology.join.PairsPartitioner;
import io.streamgauge.topology.join.SideDefinition;
import io.streamgauge.topology.join.SideOutput;
import io.streamgauge.topology.partial.Shuffled;
import io.streamgauge.topology.partial.ShuffledFormat;
import io.streamgauge.topology.settings.ModelSettings;
import io.streamgauge.topology.settings.SourceSettings;
import io.streamgauge.topology.settings.TopologyMeter;
import io.streamgauge.topology.settings.TopologySettings;
import io.streamgauge.topology.settings.ValueSkewSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/**
 * The whole flow on one page.
 *
 * <pre>
 *  features, predictions, labels          a step per model and source; no shuffle: one task per input partition
 *          |
 *      [ingest]  decode, guard the event time, count into the profiles of the open pane      store panes-model-source
 *          |  \--------------------------------------------------------> rejected records
 *          |  complete panes as partials, and marks: how far this partition has come
 *          |  rows to compare with those of training, by identifier: app-pairs -> [join] -> partials     store join-model
 *          v
 *   app-partials   key = model
 *          |
 *      [assess]  keep partials per source partition, merge, compare with the baseline         store partials
 *          |  \--------------------------------------------------------> app-profiles
 *          v
 *    app-scores    key = model; every number, also the good ones; a mark behind each window
 *          |
 *      [alert]   false-discovery control, verdicts, the life of each alert                    store alerts
 *          v
 *  streamgauge.alerts.drift | .quality | .staleness | ...    key = the alert's fingerprint
 * </pre>
 */
public final class MonitorTopology {
    private final TopologySettings settings;
    private final SchemaRegistry registry;
    private final Serde<GenericRecord> records;
    private final TopologyMeter meter;

    /**
     * @param registry gives the writer schemas of the input topics
     * @param records writes the output topics and reads the scores back
     * @param meter is told what happens
     */
    public MonitorTopology(
            TopologySettings settings, SchemaRegistry registry, Serde<GenericRecord> records, TopologyMeter meter) {
        this.settings = settings;
        this.registry = registry;
        this.records = records;
        this.meter = meter;
    }

    /** @param streamsConfig the properties that the topology will run with; some of them shape it */
    public Topology build(Properties streamsConfig) {
        var builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(streamsConfig)));
        var streams = new LinkedHashMap<String, KStream<byte[], byte[]>>();
        Function<String, KStream<byte[], byte[]>> inputs =
                topic -> streams.computeIfAbsent(topic, name -> input(builder, name));
        inputs().forEach((topic, steps) -> ingest(inputs.apply(topic), steps));
        compare(builder, inputs);
        assess(ownTopic(builder, "partials", settings.topics().partials(), ShuffledFormat.serde()));
        alert(ownTopic(builder, "scores", settings.topics().scores(), records));
        return builder.build();
    }

    private void ingest(KStream<byte[], byte[]> events, List<IngestDefinition> steps) {
        for (IngestDefinition step : steps) {
            KStream<String, IngestOutput> outcome = events.process(step, Named.as(step.name()));
            outcome.filter((model, out) -> out instanceof IngestOutput.ToAssess, Named.as(step.name() + "-complete"))
                    .mapValues(out -> ((IngestOutput.ToAssess) out).record(), Named.as(step.name() + "-partial"))
                    .to(settings.topics().partials(), toTopic(step.name() + "-to-partials", ShuffledFormat.serde()));
            outcome.filter((model, out) -> out instanceof IngestOutput.ToRejected, Named.as(step.name() + "-unusable"))
                    .mapValues(out -> ((IngestOutput.ToRejected) out).record(), Named.as(step.name() + "-rejected"))
                    .to(settings.topics().rejected(), toTopic(step.name() + "-to-rejected", records));
            late(step, outcome);
        }
    }

    private void late(IngestDefinition step, KStream<String, IngestOutput> outcome) {
        String topic = settings.topics().late();
        if (topic != null) {
            outcome.filter((model, out) -> out instanceof IngestOutput.ToLate, Named.as(step.name() + "-late"))
                    .mapValues(out -> ((IngestOutput.ToLate) out).record(), Named.as(step.name() + "-late-event"))
                    .to(topic, toTopic(step.name() + "-to-late", records));
        }
    }

    /** Both sides of the pairs to the tasks that their identifiers belong to, and what comes of them to assess. */
    private void compare(StreamsBuilder builder, Function<String, KStream<byte[], byte[]>> inputs) {
        List<ModelSettings> compared =
                settings.models().stream().filter(model -> model.skew() != null).toList();
        if (compared.isEmpty()) {
            return;
        }
        for (ModelSettings model : compared) {
            side(inputs, model, true);
            side(inputs, model, false);
        }
        KStream<String, byte[]> pairs =
                ownTopic(builder, "pairs", settings.topics().pairs(), Serdes.ByteArray());
        for (ModelSettings model : compared) {
            var join = new JoinDefinition(model, Objects.requireNonNull(model.skew()));
            pairs.process(join, Named.as(join.name()))
                    .to(settings.topics().partials(), toTopic(join.name() + "-to-partials", ShuffledFormat.serde()));
        }
    }

    private void side(Function<String, KStream<byte[], byte[]>> inputs, ModelSettings model, boolean serving) {
        ValueSkewSettings skew = Objects.requireNonNull(model.skew());
        var side = new SideDefinition(model, skew, settings, mapping -> EventDecoders.of(mapping, registry), serving);
        KStream<String, SideOutput> rows =
                inputs.apply(skew.side(serving).mapping().topic()).process(side, Named.as(side.name()));
        rows.filter((name, out) -> out instanceof SideOutput.ToPairs, Named.as(side.name() + "-readable"))
                .mapValues(out -> ((SideOutput.ToPairs) out).record(), Named.as(side.name() + "-row"))
                .to(
                        settings.topics().pairs(),
                        toTopic(side.name() + "-to-pairs", Serdes.ByteArray())
                                .withStreamPartitioner(new PairsPartitioner()));
        rows.filter((name, out) -> out instanceof SideOutput.ToRejected, Named.as(side.name() + "-unusable"))
                .mapValues(out -> ((SideOutput.ToRejected) out).record(), Named.as(side.name() + "-rejected"))
                .to(settings.topics().rejected(), toTopic(side.name() + "-to-rejected", records));
    }

    private void assess(KStream<String, Shuffled> partials) {
        KStream<String, AssessOutput> assessed = partials.process(new AssessDefinition(settings), Named.as("assess"));
        assessed.filter((model, out) -> out instanceof AssessOutput.ToScores, Named.as("assess-scored"))
                .mapValues(AssessOutput::record, Named.as("assess-score"))
                .to(settings.topics().scores(), toTopic("assess-to-scores", records));
        assessed.filter((model, out) -> out instanceof AssessOutput.ToProfiles, Named.as("assess-merged"))
                .mapValues(AssessOutput::record, Named.as("assess-profile"))
                .to(settings.topics().profiles(), toTopic("assess-to-profiles", records));
    }

    private void alert(KStream<String, GenericRecord> scores) {
        scores.process(new AlertDefinition(settings, meter), Named.as("alert"))
                .to(
                        (fingerprint, alert, context) ->
                                settings.topics().alerts(alert.get("kind").toString()),
                        toTopic("alert-to-alerts", records));
    }

    /** The steps that each input topic feeds: a topic may feed several models, but can be read only once. */
    private Map<String, List<IngestDefinition>> inputs() {
        var steps = new LinkedHashMap<String, List<IngestDefinition>>();
        for (ModelSettings model : settings.models()) {
            for (SourceSettings source : model.sources()) {
                steps.computeIfAbsent(source.mapping().topic(), topic -> new ArrayList<>())
                        .add(new IngestDefinition(model, source, settings, registry, meter));
            }
        }
        return steps;
    }

    private static KStream<byte[], byte[]> input(StreamsBuilder builder, String topic) {
        return builder.stream(topic, consumed("read-" + topic, Serdes.ByteArray(), Serdes.ByteArray()));
    }

    private static <V> KStream<String, V> ownTopic(StreamsBuilder builder, String name, String topic, Serde<V> values) {
        return builder.stream(topic, consumed("read-" + name, Serdes.String(), values));
    }

    private static <K, V> Consumed<K, V> consumed(String name, Serde<K> keys, Serde<V> values) {
        return Consumed.with(keys, values)
                .withTimestampExtractor(new RecordTimes())
                .withOffsetResetPolicy(AutoOffsetReset.earliest())
                .withName(name);
    }

    private static <V> Produced<String, V> toTopic(String name, Serde<V> values) {
        return Produced.with(Serdes.String(), values).withName(name);
    }
}
