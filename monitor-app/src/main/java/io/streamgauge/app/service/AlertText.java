package io.streamgauge.app.service;

import io.streamgauge.alerts.lifecycle.Alert;
import io.streamgauge.alerts.record.AlertRecord;
import java.util.Locale;

/** An alert on one line. */
public final class AlertText {
    private AlertText() {}

    /** For people. */
    public static String line(Alert alert) {
        return String.format(Locale.ROOT, "%-8s %-9s %s", alert.phase(), alert.kind(), alert.message());
    }

    /** The whole record as one JSON object, with the field names of the contract. */
    public static String json(Alert alert) {
        return AlertRecord.of(alert).toString();
    }
}
