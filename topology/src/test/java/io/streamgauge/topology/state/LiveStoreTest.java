package io.streamgauge.topology.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveStoreTest {
    private final RecordedStore inner = new RecordedStore("texts");
    private final LiveStore<StringBuilder> store = new LiveStore<>(inner, new TextFormat(), Long.MAX_VALUE);

    /** Live values that can be changed, so that a test sees whether a change was written back. */
    static final class TextFormat implements LiveFormat<StringBuilder> {
        @Override
        public byte[] write(StringBuilder value) {
            return value.toString().getBytes(UTF_8);
        }

        @Override
        public StringBuilder read(Bytes key, byte[] bytes) {
            return new StringBuilder(new String(bytes, UTF_8));
        }
    }

    @BeforeEach
    void init() {
        start(store);
    }

    private static void start(LiveStore<StringBuilder> store) {
        store.init(new MockProcessorContext<>().getStateStoreContext(), store);
    }

    static Bytes key(String text) {
        return Bytes.wrap(text.getBytes(UTF_8));
    }

    /** Streams calls {@code flushCache} on stores of this type only; without it nothing would ever be written back. */
    @Test
    void isWhatStreamsFlushesBeforeTheCommit() {
        assertThat(store).isInstanceOf(CachedStateStore.class);
    }

    @Test
    void writesNothingUntilTheWriteBack() {
        store.put(key("a"), new StringBuilder("1"));

        assertThat(inner.content()).isEmpty();
        store.flushCache();
        assertThat(inner.content()).containsExactly(Map.entry("a", "1"));
    }

    @Test
    void valuesBeyondTheBudgetAreLetGoThoseFirstThatDidNotChange() {
        var small = new LiveStore<>(inner, new TextFormat(), 4);
        start(small);
        for (String name : List.of("a", "b", "c")) {
            small.put(key(name), new StringBuilder("1" + name));
        }
        var a = small.get(key("a"));
        assertThat(small.liveBytes()).isZero();
        small.flushCache();
        assertThat(small.liveBytes()).isEqualTo(4);

        var changed = small.get(key("c"));
        changed.append("!");
        small.put(key("c"), changed);
        small.flushCache();

        assertThat(small.liveBytes()).isEqualTo(3);
        assertThat(small.get(key("c"))).isSameAs(changed);
        assertThat(small.get(key("a"))).isNotSameAs(a).hasToString("1a");
        assertThat(small.liveBytes()).isEqualTo(5);
    }

    @Test
    void writesAChangedValueOnceHoweverOftenItChanged() {
        var value = new StringBuilder("1");
        store.put(key("a"), value);
        store.flushCache();

        value.append("2");
        store.changed(key("a"));
        value.append("3");
        store.changed(key("a"));
        store.flushCache();
        store.flushCache();

        assertThat(inner.diary).containsExactly("put a", "put a");
        assertThat(inner.content()).containsExactly(Map.entry("a", "123"));
    }

    @Test
    void whatIsMadeAndRemovedBetweenTwoCommitsIsNeverWritten() {
        store.put(key("a"), new StringBuilder("1"));
        store.remove(key("a"));
        store.flushCache();

        assertThat(inner.diary).isEmpty();
        assertThat(store.get(key("a"))).isNull();
    }

    @Test
    void deletesWhatWasStoredOnceAtTheWriteBack() {
        store.put(key("a"), new StringBuilder("1"));
        store.flushCache();
        store.remove(key("a"));
        store.remove(key("a"));

        assertThat(inner.content()).containsKey("a");
        store.flushCache();
        assertThat(inner.diary).containsExactly("put a", "delete a");
    }

    @Test
    void whatIsRemovedAndPutAgainIsReplaced() {
        store.put(key("a"), new StringBuilder("1"));
        store.flushCache();
        store.remove(key("a"));
        store.put(key("a"), new StringBuilder("2"));
        store.flushCache();

        assertThat(inner.diary).containsExactly("put a", "put a");
        assertThat(inner.content()).containsExactly(Map.entry("a", "2"));
    }

    /** A key that was never looked at has no live object; saying that it changed must not be taken for a removal. */
    @Test
    void aValueThatWasNeverReadIsKeptWhenItIsSaidToHaveChanged() {
        store.put(key("a"), new StringBuilder("1"));
        store.flushCache();
        store.clearCache();

        store.changed(key("a"));
        assertThat(store.keysOf(key(""))).containsExactly(key("a"));
        store.flushCache();

        assertThat(inner.content()).containsExactly(Map.entry("a", "1"));
    }

    @Test
    void readsBackFromTheInnerStoreAfterARestart() {
        store.put(key("a"), new StringBuilder("1"));
        store.flushCache();

        var restarted = new LiveStore<>(inner, new TextFormat(), Long.MAX_VALUE);
        start(restarted);

        assertThat(restarted.get(key("a"))).hasToString("1");
        assertThat(restarted.get(key("b"))).isNull();
        restarted.remove(key("a"));
        restarted.flushCache();
        assertThat(inner.content()).isEmpty();
    }

    @Test
    void recyclingForgetsWhatWasNotWrittenBack() {
        store.put(key("a"), new StringBuilder("1"));
        store.flushCache();
        live("a").append("2");
        store.changed(key("a"));
        store.put(key("b"), new StringBuilder("1"));

        store.clearCache();

        assertThat(store.get(key("a"))).hasToString("1");
        assertThat(store.get(key("b"))).isNull();
        assertThat(store.keysOf(key(""))).containsExactly(key("a"));
    }

    /** After a dirty close the same instance is initialised again. */
    @Test
    void initialisingAgainForgetsWhatWasNotWrittenBack() {
        store.put(key("a"), new StringBuilder("1"));

        start(store);
        store.flushCache();

        assertThat(inner.content()).isEmpty();
        assertThat(store.keysOf(key(""))).isEmpty();
    }

    @Test
    void refusesACommitThatNoWriteBackCameBefore() {
        store.put(key("a"), new StringBuilder("1"));

        assertThatThrownBy(() -> store.commit(Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("texts")
                .hasMessageContaining("flushCache");
        store.flushCache();
        store.commit(Map.of());
        assertThat(inner.diary).endsWith("put a", "commit");
    }

    @Test
    void everyWriteBackAndEveryForgettingBeginsAGeneration() {
        long first = store.generation();
        store.flushCache();
        long second = store.generation();
        store.clearCache();

        assertThat(List.of(first, second, store.generation())).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void listsKeysInByteOrderStoredOrNot() {
        store.put(key("b1"), new StringBuilder());
        store.put(key("c"), new StringBuilder());
        store.flushCache();
        store.put(key("b0"), new StringBuilder());
        store.put(key("a"), new StringBuilder());
        store.put(key("b"), new StringBuilder());

        assertThat(store.keysOf(key("b"))).containsExactly(key("b"), key("b0"), key("b1"));
        assertThat(store.keys(key("b"), key("b1"))).containsExactly(key("b"), key("b0"));
        assertThat(store.firstKey(key("b00"), key("c"))).isEqualTo(key("b1"));
        assertThat(store.firstKey(key("b2"), key("c"))).isNull();
    }

    @Test
    void prefixOfHighBytesIsAPrefixToo() {
        Bytes high = Bytes.wrap(new byte[] {(byte) 0xff, (byte) 0xff});
        store.put(high, new StringBuilder());
        store.put(key("a"), new StringBuilder());

        assertThat(store.keysOf(Bytes.wrap(new byte[] {(byte) 0xff}))).containsExactly(high);
    }

    private StringBuilder live(String key) {
        StringBuilder value = store.get(key(key));
        assertThat(value).isNotNull();
        return value;
    }
}
