package io.streamgauge.benchmarks.calibration;

/**
 * How often windows of one stream were called drift, on one baseline: a line of the measurements.
 *
 * @param stream what the rows are
 * @param n rows of a window
 * @param baseline which baseline, a whole number
 * @param metric what was measured, or a tool and its metric
 * @param windows live windows, in none of which anything changed
 * @param alarms at level 0.01, or at the tool's own limit
 * @param rareAlarms at level 0.001; of a tool 0
 */
record Rate(String stream, int n, int baseline, String metric, int windows, int alarms, int rareAlarms) {

    String line() {
        return String.join(
                "\t",
                stream,
                Integer.toString(n),
                Integer.toString(baseline),
                metric,
                Integer.toString(windows),
                Integer.toString(alarms),
                Integer.toString(rareAlarms));
    }

    static Rate parse(String line) {
        String[] cells = line.split("\t", -1);
        return new Rate(
                cells[0],
                Integer.parseInt(cells[1]),
                Integer.parseInt(cells[2]),
                cells[3],
                Integer.parseInt(cells[4]),
                Integer.parseInt(cells[5]),
                Integer.parseInt(cells[6]));
    }
}
