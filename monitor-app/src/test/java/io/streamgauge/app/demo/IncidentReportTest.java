package io.streamgauge.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.app.demo.Incident.ExpectedAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IncidentReportTest {
    private static final String KILOMETRE_WORDS = "serving = 1.609344 x training (miles to kilometres)";

    private static final Incident KILOMETRES = new Incident(
            "distance in kilometres",
            "distance",
            Instant.parse("2001-03-12T00:00:00Z"),
            Instant.parse("2001-03-14T00:00:00Z"),
            List.of(
                    new ExpectedAlert("drift", "features", "distance", ""),
                    new ExpectedAlert("skew", "reference", "distance", "miles to kilometres")),
            Set.of("predictions"));
    private static final Incident SILENCE = new Incident(
            "no feature events",
            null,
            Instant.parse("2001-05-15T09:00:00Z"),
            Instant.parse("2001-05-15T15:00:00Z"),
            List.of(new ExpectedAlert("staleness", "features", null, "")),
            Set.of("features"));

    @Test
    void findsAnIncidentByTheFirstFiringAlertOfItsSeries() {
        var later = drift("features", "distance", "2001-03-13T12:00:00Z");
        var first = drift("features", "distance", "2001-03-12T09:00:00Z");

        var finding = report(later, first).findings().get(0);

        assertThat(finding.alert()).isEqualTo(first);
        assertThat(finding.delay()).isEqualTo(Duration.ofHours(12));
        assertThat(finding.missed()).isFalse();
    }

    @Test
    void findsAnIncidentOfAWholeSourceByAnAlertWithoutFeature() {
        var stale = alert("FIRING", "staleness", "features", null, "2001-05-15T12:00:00Z");

        assertThat(report(stale).findings().get(2).delay()).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void missesAnIncidentOfWhichOnlyAnotherSeriesTells() {
        var report = report(drift("features", "origin", "2001-03-12T09:00:00Z"));

        assertThat(report.findings().get(0).missed()).isTrue();
        assertThat(report.findings().get(0).delay()).isNull();
        assertThat(report.allFound()).isFalse();
    }

    @Test
    void pendingAndResolvedAlertsFindNothing() {
        var report = report(
                alert("PENDING", "drift", "features", "distance", "2001-03-12T09:00:00Z"),
                alert("RESOLVED", "drift", "features", "distance", "2001-03-12T12:00:00Z"));

        assertThat(report.findings().get(0).missed()).isTrue();
        assertThat(report.outside()).isEmpty();
    }

    @Test
    void anAlertOfTheWindowThatStartsAsTheIncidentEndsDoesNotFindIt() {
        var justAfter = drift("features", "distance", "2001-03-14T00:00:00Z");

        var report = report(justAfter);

        assertThat(report.findings().get(0).missed()).isTrue();
        assertThat(report.outside()).as("within one window of grace").isEmpty();
    }

    @Test
    void aDriftAlertAfterTheGraceIsOutside() {
        var tooLate = drift("features", "distance", "2001-03-14T03:00:00Z");

        assertThat(report(tooLate).outside()).containsExactly(tooLate);
    }

    @Test
    void aDriftAlertOnPredictionsIsExplainedByWhatWentIntoThem() {
        assertThat(report(drift("predictions", "prediction.score", "2001-03-12T09:00:00Z"))
                        .outside())
                .isEmpty();
    }

    @Test
    void aDriftAlertOnAnUndisturbedSeriesIsOutsideEvenDuringAnIncident() {
        var destination = drift("features", "destination", "2001-03-12T09:00:00Z");
        var label = drift("labels", "label", "2001-03-12T06:00:00Z");

        assertThat(report(destination, label).outside()).containsExactly(label, destination);
    }

    @Test
    void anIncidentIsFoundOnceForEachAlertThatItShouldRaise() {
        var report = report(
                drift("features", "distance", "2001-03-12T09:00:00Z"),
                skew("distance", "2001-03-12T06:00:00Z", KILOMETRE_WORDS));

        assertThat(report.findings())
                .extracting(finding -> finding.delay())
                .startsWith(Duration.ofHours(12), Duration.ofHours(9));
    }

    @Test
    void aSkewAlertThatNamesAnotherCauseDoesNotFindTheIncident() {
        var wrong = skew("distance", "2001-03-12T06:00:00Z", "serving has the value of 1 row(s) before");
        var right = skew("distance", "2001-03-12T12:00:00Z", KILOMETRE_WORDS);

        assertThat(report(wrong).findings().get(1).missed()).isTrue();
        assertThat(report(wrong).outside()).as("its series is disturbed").isEmpty();
        assertThat(report(wrong, right).findings().get(1).alert()).isEqualTo(right);
    }

    @Test
    void aSkewAlertOnAnUndisturbedFeatureOrAtAnotherTimeIsOutside() {
        var other = skew("origin", "2001-03-12T06:00:00Z", KILOMETRE_WORDS);
        var later = skew("distance", "2001-03-15T06:00:00Z", KILOMETRE_WORDS);

        assertThat(report(other, later).outside()).containsExactly(other, later);
    }

    @Test
    void onlyDriftAndSkewAlertsCountAsOutside() {
        assertThat(report(alert("FIRING", "quality", "features", null, "2001-02-03T00:00:00Z"))
                        .outside())
                .isEmpty();
    }

    @Test
    void everyIncidentFoundIsAllFound() {
        var report = report(
                drift("features", "distance", "2001-03-12T09:00:00Z"),
                skew("distance", "2001-03-12T09:00:00Z", KILOMETRE_WORDS),
                alert("FIRING", "staleness", "features", null, "2001-05-15T12:00:00Z"));

        assertThat(report.allFound()).isTrue();
    }

    private static IncidentReport report(AlertSeen... alerts) {
        return IncidentReport.of(List.of(KILOMETRES, SILENCE), List.of(alerts));
    }

    private static AlertSeen drift(String source, String feature, String windowStart) {
        return alert("FIRING", "drift", source, feature, windowStart);
    }

    private static AlertSeen skew(String feature, String windowStart, String message) {
        return alert("FIRING", "skew", "reference", feature, windowStart, message);
    }

    private static AlertSeen alert(String state, String kind, String source, String feature, String windowStart) {
        return alert(state, kind, source, feature, windowStart, "");
    }

    private static AlertSeen alert(
            String state, String kind, String source, String feature, String windowStart, String message) {
        var start = Instant.parse(windowStart);
        var id = kind + source + feature + windowStart;
        return new AlertSeen(
                id,
                state,
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
