package io.streamgauge.app.config;

import java.util.List;

/** The distances that a drift check may name. */
final class Metrics {
    static final List<String> NAMES = List.of(
            "psi",
            "js-divergence",
            "jensen-shannon",
            "js-distance",
            "l-infinity",
            "wasserstein",
            "wasserstein-normalized",
            "ks");

    private Metrics() {}

    static String canonical(String name) {
        return name.equals("jensen-shannon") ? "js-divergence" : name;
    }
}
