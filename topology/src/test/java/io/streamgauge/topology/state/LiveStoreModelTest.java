package io.streamgauge.topology.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.LongRange;
import org.apache.kafka.streams.processor.api.MockProcessorContext;

/** Whatever is done to it, a live store answers as a map does, and its inner store holds what the last write-back saw. */
class LiveStoreModelTest {
    private enum Action {
        PUT,
        CHANGE,
        REMOVE,
        FLUSH,
        COMMIT,
        RECYCLE,
        RESTART
    }

    private record Step(Action action, String key, String text) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        var actions = Arbitraries.frequency(
                Tuple.of(5, Action.PUT),
                Tuple.of(5, Action.CHANGE),
                Tuple.of(4, Action.REMOVE),
                Tuple.of(3, Action.FLUSH),
                Tuple.of(2, Action.COMMIT),
                Tuple.of(1, Action.RECYCLE),
                Tuple.of(1, Action.RESTART));
        var keys = Arbitraries.strings().withCharRange('a', 'c').ofMinLength(1).ofMaxLength(2);
        var texts = Arbitraries.strings().numeric().ofLength(2);
        return Combinators.combine(actions, keys, texts).as(Step::new).list().ofMaxSize(60);
    }

    @Property(tries = 500)
    void behavesAsAMapThatForgetsWhatWasNotWrittenBack(
            @ForAll("steps") List<Step> steps, @ForAll @LongRange(max = 30) long mostLive) {
        var inner = new RecordedStore("texts");
        var store = started(inner, mostLive);
        var expected = new TreeMap<String, String>();
        var written = new TreeMap<String, String>();
        for (Step step : steps) {
            switch (step.action()) {
                case PUT -> {
                    store.put(LiveStoreTest.key(step.key()), new StringBuilder(step.text()));
                    expected.put(step.key(), step.text());
                }
                case CHANGE -> {
                    StringBuilder live = store.get(LiveStoreTest.key(step.key()));
                    if (live != null) {
                        live.append(step.text());
                        store.changed(LiveStoreTest.key(step.key()));
                        expected.merge(step.key(), step.text(), String::concat);
                    }
                }
                case REMOVE -> {
                    store.remove(LiveStoreTest.key(step.key()));
                    expected.remove(step.key());
                }
                case FLUSH, COMMIT -> {
                    store.flushCache();
                    written = new TreeMap<>(expected);
                    if (step.action() == Action.COMMIT) {
                        store.commit(Map.of());
                    }
                }
                case RECYCLE -> {
                    store.clearCache();
                    expected = new TreeMap<>(written);
                }
                case RESTART -> {
                    store = started(inner, mostLive);
                    expected = new TreeMap<>(written);
                }
            }
            assertThat(inner.content()).isEqualTo(written);
            assertThat(store.keysOf(LiveStoreTest.key("")))
                    .containsExactlyElementsOf(
                            expected.keySet().stream().map(LiveStoreTest::key).toList());
        }
        for (var entry : expected.entrySet()) {
            assertThat(store.get(LiveStoreTest.key(entry.getKey()))).hasToString(entry.getValue());
        }
    }

    private static LiveStore<StringBuilder> started(RecordedStore inner, long mostLive) {
        var store = new LiveStore<>(inner, new LiveStoreTest.TextFormat(), mostLive);
        store.init(new MockProcessorContext<>().getStateStoreContext(), store);
        return store;
    }
}
