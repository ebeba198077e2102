package io.streamgauge.schemas.event;

/**
 * A column of an event that nobody expected.
 *
 * @param type the word of a schema for what its value is, such as {@code float}
 */
public record NewColumn(String name, String type) {}
