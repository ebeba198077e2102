package io.streamgauge.app.demo;

import java.nio.charset.StandardCharsets;

/** A number that looks random but is the same for the same text on every machine and in every version of the demo. */
final class StableHash {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private StableHash() {}

    /** FNV-1a, finished with the mixer of MurmurHash3 so that the low bits depend on all characters. */
    static long of(String text) {
        var hash = FNV_OFFSET;
        for (var octet : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xff)) * FNV_PRIME;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
