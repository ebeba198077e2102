package io.streamgauge.checks.schema;

import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.Domain;
import io.streamgauge.statistics.tfdv.CustomStatistic;
import io.streamgauge.statistics.tfdv.FeatureStatistics;
import java.util.Map;
import java.util.Optional;

/** Are the values of a feature pictures that can be read, and small enough? */
final class ImageCheck {
    private ImageCheck() {}

    static void check(FeatureStatistics feature, Domain.Image domain, Reasons reasons) {
        Optional<CustomStatistic> formats = feature.custom("image_format_histogram");
        Double minFraction = domain.minSupportedFraction();
        if (minFraction != null && formats.isPresent()) {
            float fraction = supported(formats.get().counts());
            if (fraction < minFraction) {
                reasons.add(
                        AnomalyType.LOW_SUPPORTED_IMAGE_FRACTION,
                        "Low supported image fraction",
                        "A share of %f of the values are pictures of a known format; the schema asks for %f."
                                .formatted(fraction, minFraction));
            }
        }
        Long maxBytes = domain.maxBytes();
        if (maxBytes != null && feature.maxBytes() > maxBytes) {
            reasons.add(
                    AnomalyType.MAX_IMAGE_BYTE_SIZE_EXCEEDED,
                    "Num bytes exceeds the max byte size.",
                    "The largest picture takes %d bytes; the schema allows %d."
                            .formatted(feature.maxBytes(), maxBytes));
        }
    }

    /** The share of pictures with a known format, in the precision of the limit. */
    private static float supported(Map<String, Double> counts) {
        double all = counts.values().stream().mapToDouble(Double::doubleValue).sum();
        return (float) ((all - counts.getOrDefault("UNKNOWN", 0.0)) / all);
    }
}
