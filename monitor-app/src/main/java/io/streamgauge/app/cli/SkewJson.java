package io.streamgauge.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.streamgauge.checks.valueskew.FeatureCounts;
import io.streamgauge.checks.valueskew.FeatureSkew;

/** A feature's skew as one JSON object; scripts rely on the names. */
final class SkewJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SkewJson() {}

    static String line(FeatureSkew skew) {
        FeatureCounts counts = skew.counts();
        ObjectNode row = MAPPER.createObjectNode();
        row.put("feature", skew.feature());
        row.put("baseCount", counts.baseCount());
        row.put("testCount", counts.testCount());
        row.put("match", counts.match());
        row.put("mismatch", counts.mismatch());
        row.put("baseOnly", counts.baseOnly());
        row.put("testOnly", counts.testOnly());
        row.put("rate", counts.rate());
        row.put("upperBound", counts.upperBound());
        return row.toString();
    }
}
