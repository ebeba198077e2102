package io.streamgauge.topology.state;

import org.apache.kafka.common.utils.Bytes;

/** How a live object becomes bytes and back. The first byte is the format's version; the size has a hard bound. */
public interface LiveFormat<V> {
    byte[] write(V value);

    /**
     * @param key the key that the value is kept under, where the format needs it
     * @throws IllegalArgumentException if the bytes are not of this format
     */
    V read(Bytes key, byte[] bytes);

    /** For values that are bytes already. */
    static LiveFormat<byte[]> bytes() {
        return new LiveFormat<>() {
            @Override
            public byte[] write(byte[] value) {
                return value;
            }

            @Override
            public byte[] read(Bytes key, byte[] bytes) {
                return bytes;
            }
        };
    }
}
