package io.streamgauge.benchmarks.calibration;

import io.streamgauge.statistics.distance.Distance;
import io.streamgauge.statistics.inference.Calibration;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;

/**
 * What does the calibration of a feature cost? Milliseconds of CPU time for each kind of stream and metric, after one warm-up.
 *
 * <p>Arguments: rows of a window; reference windows; repetitions.
 */
public final class CalibrationCosts {

    private CalibrationCosts() {}

    public static void main(String[] arguments) {
        int n = Integer.parseInt(arguments[0]);
        int windows = Integer.parseInt(arguments[1]);
        int repetitions = Integer.parseInt(arguments[2]);
        for (SteadyStream.Kind kind : SteadyStream.Kind.values()) {
            Trial trial = FalseAlarms.trial(kind, n, windows, 0, 7);
            var line = new StringBuilder("%-16s %6d".formatted(kind, n));
            for (Distance metric : Trial.METRICS) {
                if (metric.appliesTo(trial.total().layout())) {
                    line.append(String.format(
                            Locale.ROOT, "  %s %.1f", metric.name(), milliseconds(metric, trial, repetitions)));
                }
            }
            System.out.println(line);
        }
    }

    private static double milliseconds(Distance metric, Trial trial, int repetitions) {
        Calibration.fit(metric, trial.total(), trial.reference());
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < repetitions; i++) {
            Calibration.fit(metric, trial.total(), trial.reference());
        }
        return (threads.getCurrentThreadCpuTime() - start) / 1e6 / repetitions;
    }
}
