package io.streamgauge.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.app.demo.Incident.ExpectedAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IncidentReportTextTest {

    private static final Incident KILOMETRES = new Incident(
            Incidents.KILOMETRES.name(),
            "distance",
            Incidents.KILOMETRES.start(),
            Incidents.KILOMETRES.end(),
            List.of(
                    new ExpectedAlert("drift", "features", "distance", ""),
                    new ExpectedAlert("skew", "reference", "distance", "miles to kilometres")),
            Set.of());

    private static final IncidentReport REPORT = IncidentReport.of(
            List.of(KILOMETRES, Incidents.SILENCE),
            List.of(
                    drift("a1", "distance", "features", "2001-03-12T09:00:00Z"),
                    alert("s1", "skew", "distance", "reference", "2001-03-12T06:00:00Z", "so many miles to kilometres"),
                    drift("b2", "label", "labels", "2001-02-26T00:00:00Z")));

    @Test
    void tableHasARowForEachExpectedAlertAndThoseOutside() {
        assertThat(IncidentReportText.table(REPORT)).isEqualTo("""
                        incident                 from          to            alert                                                        fired at      delay
                        distance in kilometres   12 Mar 00:00  14 Mar 00:00  drift of distance                                            12 Mar 12:00  12 h 00 min
                        distance in kilometres   12 Mar 00:00  14 Mar 00:00  skew of distance: miles to kilometres                        12 Mar 09:00  9 h 00 min
                        no feature events        15 May 09:00  15 May 15:00  MISSED: staleness                                            -             -

                        Drift and skew alerts outside the incidents: 1
                                                 26 Feb 00:00  26 Feb 03:00  drift of label                                               26 Feb 03:00
                        """);
    }

    private static AlertSeen drift(String id, String feature, String source, String windowStart) {
        return alert(id, "drift", feature, source, windowStart, "");
    }

    private static AlertSeen alert(
            String id, String kind, String feature, String source, String windowStart, String message) {
        var start = Instant.parse(windowStart);
        return new AlertSeen(
                id,
                "FIRING",
                kind,
                kind,
                feature,
                "flight-delay",
                source,
                start,
                start.plus(Duration.ofHours(3)),
                message);
    }
}
