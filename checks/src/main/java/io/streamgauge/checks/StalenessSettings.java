package io.streamgauge.checks;

import io.streamgauge.schemas.contract.Source;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How old may things be?
 *
 * @param silence by source word ({@code features}, {@code predictions}, {@code labels}); absent = not checked
 * @param zone whose week and hours silence is learnt by; null: UTC
 * @param model greatest age of the newest training data; null: not checked
 * @param otherVersions greatest share of the events that may be of another version than the baseline's; null: not checked
 * @param ages by source and by the name of what is so old, greatest age of one value in a hundred
 */
public record StalenessSettings(
        Map<String, SilenceSettings> silence,
        @Nullable ZoneId zone,
        @Nullable Duration model,
        @Nullable Double otherVersions,
        Map<Source, Map<String, Duration>> ages) {
    public StalenessSettings {
        silence = Map.copyOf(silence);
        ages = Map.copyOf(ages);
    }

    /** Without a look at the ages of values. */
    public StalenessSettings(
            Map<String, SilenceSettings> silence,
            @Nullable ZoneId zone,
            @Nullable Duration model,
            @Nullable Double otherVersions) {
        this(silence, zone, model, otherVersions, Map.of());
    }

    /** The same with limits of the ages of values. */
    public StalenessSettings withAges(Map<Source, Map<String, Duration>> limits) {
        return new StalenessSettings(silence, zone, model, otherVersions, limits);
    }

    /** Nothing but silence, with the same limit at any time. */
    public static StalenessSettings silentAtMost(Map<String, Duration> bySource) {
        return new StalenessSettings(
                bySource.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, source -> SilenceSettings.atMost(source.getValue()))),
                null,
                null,
                null);
    }
}
