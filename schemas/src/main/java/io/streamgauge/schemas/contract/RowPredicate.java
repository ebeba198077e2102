package io.streamgauge.schemas.contract;

/**
 * A rule over the features of one event.
 *
 * @param name unique in its schema
 * @param when text of a CEL expression that is true of an event that breaks the rule; where it is unknown, since a feature
 *     is missing, the event does not
 */
public record RowPredicate(String name, String when, Severity severity, Action action) {}
