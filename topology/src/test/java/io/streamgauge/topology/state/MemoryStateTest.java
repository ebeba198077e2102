package io.streamgauge.topology.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

class MemoryStateTest {
    private final LiveState<String> state = new MemoryState<>("panes");

    @Test
    void keysComeInByteOrderAndARangeIsHalfOpen() {
        state.put(key(2, 1), "c");
        state.put(key(1, 9), "b");
        state.put(key(1), "a");

        assertThat(state.keys(key(1), key(2, 1))).containsExactly(key(1), key(1, 9));
        assertThat(state.keysOf(key(1))).containsExactly(key(1), key(1, 9));
        assertThat(state.firstKey(key(1, 1), key(2))).isEqualTo(key(1, 9));
        assertThat(state.firstKey(key(1, 10), key(2))).isNull();
    }

    @Test
    void whatIsRemovedIsGone() {
        state.put(key(1), "a");
        state.remove(key(1));

        assertThat(state.get(key(1))).isNull();
        assertThat(state.keysOf(key(1))).isEmpty();
    }

    private static Bytes key(int... bytes) {
        byte[] all = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            all[i] = (byte) bytes[i];
        }
        return Bytes.wrap(all);
    }
}
