package io.streamgauge.statistics.forecast;

import java.util.List;

/** Answers what comes next in a series of equally spaced values. Immutable. */
public interface Forecaster {

    /** The next values, one step ahead first. */
    List<Prediction> next(int steps);

    /** The forecaster after one more value; NaN, a window without a metric, moves on as if the forecast had come true. */
    Forecaster after(double value);

    /** All that the forecaster knows, from which its class makes an equal one: always as many numbers for one form. */
    double[] numbers();
}
