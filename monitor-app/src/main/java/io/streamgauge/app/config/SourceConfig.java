package io.streamgauge.app.config;

import io.streamgauge.schemas.decode.Format;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How is one input topic read? Fields are named by their path: {@code a.b} is the field {@code b} in the record or map
 * {@code a}.
 *
 * @param eventTime path of the event's time
 * @param id path of what joins this event with others of the same example
 * @param version path of the model version
 * @param fields feature name to path, for features that are called otherwise in this topic
 * @param exclude features of the baseline that this topic does not carry
 * @param ages name of what has an age to the path of the time it is of
 */
public record SourceConfig(
        String topic,
        Format format,
        String eventTime,
        String id,
        String version,
        GuardConfig guard,
        Map<String, String> fields,
        List<String> exclude,
        Map<String, String> ages) {
    public SourceConfig {
        ages = Collections.unmodifiableMap(new LinkedHashMap<>(ages));
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        exclude = List.copyOf(exclude);
    }
}
