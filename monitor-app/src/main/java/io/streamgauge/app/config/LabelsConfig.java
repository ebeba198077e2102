package io.streamgauge.app.config;

import java.time.Duration;

/**
 * The topic with the truth, once it is known.
 *
 * @param label path of the label
 * @param horizon how long after its prediction a label may come
 */
public record LabelsConfig(SourceConfig source, String label, Duration horizon) {}
