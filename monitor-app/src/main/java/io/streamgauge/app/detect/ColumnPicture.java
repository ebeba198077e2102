package io.streamgauge.app.detect;

import java.util.Arrays;

/**
 * The course of a stream in two short lines of text: the mean of the values in equal stretches as bars from the lowest to
 * the highest mean, and a mark under every stretch with a drift. Stretches double as the stream grows, so that its length
 * need not be known before.
 */
public final class ColumnPicture {
    private static final int MOST_CELLS = 64;
    private static final String BARS = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";

    private final double[] means = new double[MOST_CELLS];
    private final boolean[] drifts = new boolean[MOST_CELLS];
    private long stretch = 1;
    private int cells;
    private long inLast;

    void add(double value, boolean drift) {
        if (cells == 0 || inLast == stretch) {
            if (cells == MOST_CELLS) {
                halve();
            }
            means[cells] = 0;
            drifts[cells] = false;
            cells++;
            inLast = 0;
        }
        inLast++;
        means[cells - 1] += (value - means[cells - 1]) / inLast;
        drifts[cells - 1] |= drift;
    }

    private void halve() {
        for (int i = 0; i < MOST_CELLS / 2; i++) {
            means[i] = (means[2 * i] + means[2 * i + 1]) / 2;
            drifts[i] = drifts[2 * i] || drifts[2 * i + 1];
        }
        cells = MOST_CELLS / 2;
        stretch *= 2;
    }

    /** One bar a stretch. */
    public String bars() {
        double lowest = Arrays.stream(means, 0, cells).min().orElse(0);
        double highest = Arrays.stream(means, 0, cells).max().orElse(0);
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells; i++) {
            double height = highest > lowest ? (means[i] - lowest) / (highest - lowest) : 0;
            line.append(BARS.charAt((int) Math.min(height * BARS.length(), BARS.length() - 1.0)));
        }
        return line.toString();
    }

    /** A {@code ^} under every stretch with a drift. */
    public String marks() {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells; i++) {
            line.append(drifts[i] ? '^' : ' ');
        }
        return line.toString().stripTrailing();
    }

    /** How many values a bar stands for; the last one may stand for fewer. */
    public long stretch() {
        return stretch;
    }
}
