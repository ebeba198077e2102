package io.streamgauge.app.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A steady score of one feature of the model "flight-delay", hour 0; each method changes one thing. */
public final class ScoreFixture {
    public static final long HOUR = 3_600_000L;

    private String model = "flight-delay";
    private String source = "features";
    private String metric = "js-divergence";
    private @Nullable String feature = "distance";
    private String slice = "all";
    private long hour;
    private long firstHourMs;
    private double value = 0.011;
    private double floor = 0.02;
    private double threshold = 0.02;
    private @Nullable Double detectableEffect = 0.016;
    private long n = 640;
    private boolean enoughData = true;
    private List<Contributor> contributors = List.of();
    private List<OffsetRange> evidence = List.of(new OffsetRange("flights.features", 0, 0, 9));

    private ScoreFixture() {}

    public static ScoreFixture score() {
        return new ScoreFixture();
    }

    public ScoreFixture model(String name) {
        model = name;
        return this;
    }

    public ScoreFixture source(String word) {
        source = word;
        return this;
    }

    public ScoreFixture metric(String name) {
        metric = name;
        return this;
    }

    public ScoreFixture feature(@Nullable String name) {
        feature = name;
        return this;
    }

    public ScoreFixture slice(String name) {
        slice = name;
        return this;
    }

    public ScoreFixture startingAt(long firstMs) {
        firstHourMs = firstMs;
        return this;
    }

    public ScoreFixture hour(long number) {
        hour = number;
        return this;
    }

    public ScoreFixture value(double number) {
        value = number;
        return this;
    }

    public ScoreFixture threshold(double number) {
        threshold = number;
        return this;
    }

    public ScoreFixture detects(@Nullable Double effect) {
        detectableEffect = effect;
        return this;
    }

    public ScoreFixture events(long count) {
        n = count;
        return this;
    }

    public ScoreFixture tooFewEvents() {
        n = 7;
        enoughData = false;
        return this;
    }

    public ScoreFixture contributors(Contributor... bins) {
        contributors = List.of(bins);
        return this;
    }

    public ScoreFixture evidence(OffsetRange... ranges) {
        evidence = List.of(ranges);
        return this;
    }

    public ScoreRow row() {
        var start = firstHourMs + hour * HOUR;
        return new ScoreRow(
                model,
                "1",
                source,
                "drift",
                metric,
                "base=2,bins=baseline,missing=bin",
                feature,
                slice,
                start,
                start + HOUR,
                "1h",
                value,
                floor,
                threshold * 0.9,
                threshold,
                value > threshold ? 3.1e-7 : 0.21,
                0.00139,
                detectableEffect,
                n,
                38_411,
                enoughData,
                contributors,
                evidence,
                "9f2c1a77d03be8c4",
                "4be1c0d2",
                "x 1.609: miles for kilometres",
                null,
                null);
    }
}
