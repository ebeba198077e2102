package io.streamgauge.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentReportTextTest {

    private static final IncidentReport REPORT = IncidentReport.of(
            List.of(Incidents.KILOMETRES, Incidents.SILENCE),
            List.of(
                    drift("a1", "distance", "features", "2001-03-12T09:00:00Z"),
                    drift("b2", "label", "labels", "2001-02-26T00:00:00Z")));

    @Test
    void tableHasARowPerIncidentAndTheDriftAlertsOutside() {
        assertThat(IncidentReportText.table(REPORT)).isEqualTo("""
                        incident                 from          to            alert                          fired at      delay
                        distance in kilometres   12 Mar 00:00  14 Mar 00:00  drift of distance              12 Mar 12:00  12 h 00 min
                        no feature events        15 May 09:00  15 May 15:00  MISSED                         -             -

                        Drift alerts outside the incidents: 1
                                                 26 Feb 00:00  26 Feb 03:00  drift of label                 26 Feb 03:00
                        """);
    }

    @Test
    void jsonIsOneObjectWithNullForWhatWasMissed() {
        assertThat(IncidentReportText.json(REPORT)).isEqualTo("""
                        {"allFound":false,"incidents":[\
                        {"incident":"distance in kilometres",\
                        "start":"2001-03-12T00:00:00Z","end":"2001-03-14T00:00:00Z",\
                        "alert":{"id":"a1","kind":"drift","check":"drift","model":"flight-delay","source":"features",\
                        "feature":"distance","windowStart":"2001-03-12T09:00:00Z","windowEnd":"2001-03-12T12:00:00Z"},\
                        "delay":"PT12H"},\
                        {"incident":"no feature events",\
                        "start":"2001-05-15T09:00:00Z","end":"2001-05-15T15:00:00Z","alert":null,"delay":null}],\
                        "outside":[{"id":"b2","kind":"drift","check":"drift","model":"flight-delay","source":"labels",\
                        "feature":"label","windowStart":"2001-02-26T00:00:00Z","windowEnd":"2001-02-26T03:00:00Z"}]}""");
    }

    private static AlertSeen drift(String id, String feature, String source, String windowStart) {
        var start = Instant.parse(windowStart);
        return new AlertSeen(
                id,
                "FIRING",
                "drift",
                "drift",
                feature,
                "flight-delay",
                source,
                start,
                start.plus(Duration.ofHours(3)));
    }
}
