package io.streamgauge.app.bench;

import java.util.Locale;

/**
 * One repetition of one contender, from its first event to its last.
 *
 * @param appCpuSeconds of the contender's process, all its threads
 * @param brokerCpuSeconds of the broker's process
 * @param internalBytes in the topics between its steps and in the changelogs of its stores, as the broker keeps them
 */
public record Measurement(
        long events, double seconds, double appCpuSeconds, double brokerCpuSeconds, long internalBytes) {
    private static final double MICROS = 1e6;

    public double eventsPerSecond() {
        return events / seconds;
    }

    public double appCpuMicrosPerEvent() {
        return appCpuSeconds * MICROS / events;
    }

    public double brokerCpuMicrosPerEvent() {
        return brokerCpuSeconds * MICROS / events;
    }

    public double cpuMicrosPerEvent() {
        return appCpuMicrosPerEvent() + brokerCpuMicrosPerEvent();
    }

    public double internalBytesPerEvent() {
        return (double) internalBytes / events;
    }

    /** One line, from process to process. */
    String toLine() {
        return String.format(
                Locale.ROOT, "%d %.6f %.6f %.6f %d", events, seconds, appCpuSeconds, brokerCpuSeconds, internalBytes);
    }

    static Measurement parse(String line) {
        String[] parts = line.split(" ", -1);
        return new Measurement(
                Long.parseLong(parts[0]),
                Double.parseDouble(parts[1]),
                Double.parseDouble(parts[2]),
                Double.parseDouble(parts[3]),
                Long.parseLong(parts[4]));
    }
}
