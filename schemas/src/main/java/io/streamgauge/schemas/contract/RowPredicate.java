package io.streamgauge.schemas.contract;

/**
 * A rule over the features of one event.
 *
 * @param name unique in its schema
 * @param when text of a CEL expression that is true of an event that breaks the rule; where it is unknown, since a feature
 *     is missing, the event does not
 * @param tolerated share of the events that may break it, 0 to 1
 */
public record RowPredicate(String name, String when, Severity severity, Action action, double tolerated) {
    /** One that no event may break. */
    public RowPredicate(String name, String when, Severity severity, Action action) {
        this(name, when, severity, action, 0);
    }

    /** The same that other shares may break. */
    public RowPredicate tolerating(double share) {
        return new RowPredicate(name, when, severity, action, share);
    }
}
