package io.streamgauge.statistics.comparison;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a user writes to ask for a metric, in configuration and on the command line alike:
 * {@code psi:bins=10,binning=reference-quantile,zero-fill=1e-4}.
 *
 * @param text as it was given, for results to repeat
 * @param name of the metric, or of whatever is specified
 * @param parameters in the order given; not yet judged
 */
public record MetricSpecification(String text, String name, Map<String, String> parameters) {

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]*");

    /** Copies the parameters. */
    public MetricSpecification {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * Reads {@code NAME} or {@code NAME:key=value,key=value}.
     *
     * @throws IllegalArgumentException if the text is not of this form; whether there is such a metric is not asked here
     */
    public static MetricSpecification parse(String text) {
        int colon = text.indexOf(':');
        String name = (colon < 0 ? text : text.substring(0, colon)).strip();
        var parameters = new LinkedHashMap<String, String>();
        if (!WORD.matcher(name).matches()) {
            throw malformed(text, "'" + name + "' is no name");
        }
        if (colon >= 0) {
            for (String pair : text.substring(colon + 1).split(",", -1)) {
                int equals = pair.indexOf('=');
                String key = equals < 0 ? "" : pair.substring(0, equals).strip();
                String value = equals < 0 ? "" : pair.substring(equals + 1).strip();
                if (!WORD.matcher(key).matches() || value.isEmpty()) {
                    throw malformed(text, "'" + pair.strip() + "' is not key=value");
                }
                if (parameters.put(key, value) != null) {
                    throw malformed(text, "'" + key + "' is given twice");
                }
            }
        }
        return new MetricSpecification(text, name, parameters);
    }

    private static IllegalArgumentException malformed(String text, String reason) {
        return new IllegalArgumentException(
                "metric '" + text + "': " + reason + "; the form is NAME or NAME:key=value,key=value");
    }
}
