package io.streamgauge.statistics.tfdv;

import java.util.List;
import java.util.stream.Collectors;

/** How the path of a feature is written. */
public final class FeaturePath {
    private FeaturePath() {}

    /** The steps joined by dots; a step with a dot, a blank, a sign or a quote in it is quoted. */
    public static String text(List<String> steps) {
        return steps.stream().map(FeaturePath::step).collect(Collectors.joining("."));
    }

    private static String step(String step) {
        boolean plain = !step.isEmpty() && step.chars().noneMatch(c -> " .'()\t\n".indexOf(c) >= 0);
        return plain ? step : "'" + step.replace("'", "''") + "'";
    }
}
