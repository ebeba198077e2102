package io.streamgauge.topology.simulation;

import java.nio.ByteBuffer;

/** A partition's progress as it is stored: version, newest event, its lag and watermark come first */
final class ProgressBytes {
    private static final int WATERMARK = 1 + 2 * Long.BYTES;

    private ProgressBytes() {}

    static long watermarkMs(byte[] progress) {
        return ByteBuffer.wrap(progress).getLong(WATERMARK) ^ Long.MIN_VALUE;
    }

    static byte[] withWatermark(byte[] progress, long watermarkMs) {
        byte[] changed = progress.clone();
        ByteBuffer.wrap(changed).putLong(WATERMARK, watermarkMs ^ Long.MIN_VALUE);
        return changed;
    }
}
