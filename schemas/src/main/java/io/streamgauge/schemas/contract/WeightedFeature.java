package io.streamgauge.schemas.contract;

/** A feature whose values have weights in another feature. */
public record WeightedFeature(String name, String feature, String weight, Lifecycle lifecycle) {}
