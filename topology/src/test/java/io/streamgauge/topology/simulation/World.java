package io.streamgauge.topology.simulation;

/** What all tasks share: the broker, the wall clock, and perhaps a bug. */
final class World {
    private final Broker broker = new Broker();
    private final Mutant mutant;
    private long wallMs;
    private long newestWatermarkMs = Long.MIN_VALUE;

    World(Mutant mutant, long wallMs) {
        this.mutant = mutant;
        this.wallMs = wallMs;
    }

    Broker broker() {
        return broker;
    }

    Mutant mutant() {
        return mutant;
    }

    long wallMs() {
        return wallMs;
    }

    void passTime(long ms) {
        wallMs += ms;
    }

    void passTimeUntil(long ms) {
        wallMs = Math.max(wallMs, ms);
    }

    /** The newest watermark of any partition, for the bug that asks for it. */
    long newest(long watermarkMs) {
        newestWatermarkMs = Math.max(newestWatermarkMs, watermarkMs);
        return newestWatermarkMs;
    }
}
