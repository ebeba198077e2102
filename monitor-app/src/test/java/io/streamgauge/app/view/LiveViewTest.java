package io.streamgauge.app.view;

import static io.streamgauge.app.view.AlertFixture.alertOf;
import static io.streamgauge.app.view.ScoreFixture.score;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.app.view.LiveView.Limits;
import io.streamgauge.app.view.ModelSummary.State;
import io.streamgauge.statistics.inference.Verdict;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiveViewTest {
    private static final ScoreFilter ALL_SCORES = new ScoreFilter(null, null, null);
    private static final AlertFilter ALL_ALERTS = new AlertFilter(null, null, null);

    private final LiveView view = new LiveView(List.of("flight-delay"));

    @Test
    void worstScoreComesFirstAndTooLittleDataLast() {
        view.accept(score().feature("steady").value(0.001).row());
        view.accept(score().feature("unknown").tooFewEvents().value(0.9).row());
        view.accept(score().feature("far").value(0.2).row());
        view.accept(score().feature("near").value(0.019).row());
        view.accept(score().feature("beyond").value(0.03).row());

        assertThat(view.scores(ALL_SCORES, 10, 1))
                .extracting(series -> series.latest().feature())
                .containsExactly("far", "beyond", "near", "steady", "unknown");
    }

    @Test
    void verdictSaysWhatTheWindowCouldHaveSeen() {
        assertThat(score().row().verdict()).isEqualTo(Verdict.STEADY);
        assertThat(score().value(0.021).row().verdict()).isEqualTo(Verdict.MOVED);
        assertThat(score().threshold(0.05).row().verdict()).isEqualTo(Verdict.UNDETECTABLE);
        assertThat(score().value(0.9).tooFewEvents().row().verdict()).isEqualTo(Verdict.NOT_ENOUGH_DATA);
    }

    @Test
    void scoresAreFilteredAndLimited() {
        view.accept(score().feature("a").row());
        view.accept(score().feature("b").source("labels").row());
        view.accept(score().feature("c").model("other").row());

        assertThat(view.scores(new ScoreFilter("flight-delay", "labels", "drift"), 10, 1))
                .extracting(series -> series.latest().feature())
                .containsExactly("b");
        assertThat(view.scores(ALL_SCORES, 2, 1)).hasSize(2);
    }

    @Test
    void readingTheSameScoresAgainChangesNothing() {
        var rows =
                IntStream.range(0, 5).mapToObj(hour -> score().hour(hour).row()).toList();
        rows.forEach(view::accept);
        rows.forEach(view::accept);

        assertThat(view.series(rows.get(0).key()))
                .hasValueSatisfying(points -> assertThat(points.size()).isEqualTo(5));
        assertThat(view.scores(ALL_SCORES, 10, 3)).singleElement().satisfies(series -> {
            assertThat(series.latest()).isEqualTo(rows.get(4));
            assertThat(series.recent().size()).isEqualTo(3);
        });
    }

    @Test
    void modelWaitsUntilItsFirstScoreAndThenShowsTheWorstThatIsTrueOfIt() {
        assertThat(view.models()).singleElement().satisfies(model -> {
            assertThat(model.state()).isEqualTo(State.WAITING);
            assertThat(model.latestWindowEndMs()).isNull();
        });

        view.accept(score().row());
        assertThat(view.models()).extracting(ModelSummary::state).containsExactly(State.STEADY);

        view.accept(alertOf(score().feature("a").row()).pending().row());
        assertThat(view.models()).extracting(ModelSummary::state).containsExactly(State.PENDING);

        view.accept(alertOf(score().feature("b").row()).row());
        assertThat(view.models()).extracting(ModelSummary::state).containsExactly(State.FIRING);
        assertThat(view.firing("flight-delay", "drift")).isEqualTo(1);

        view.accept(alertOf(score().feature("a").row()).resolved().row());
        view.accept(alertOf(score().feature("b").row()).resolved().row());
        assertThat(view.models()).extracting(ModelSummary::state).containsExactly(State.STEADY);
    }

    @Test
    void windowMarksTellHowFarAModelIsJudged() {
        view.accept(new WindowRow("flight-delay", "features", 0, 3_600_000, "1h", 0, 1, 4));
        view.accept(new WindowRow("flight-delay", "labels", 3_600_000, 7_200_000, "1h", 0, 1, 1));

        assertThat(view.models()).singleElement().satisfies(model -> {
            assertThat(model.windows()).isEqualTo(2);
            assertThat(model.latestWindowEndMs()).isEqualTo(7_200_000);
        });
    }

    @Test
    void alertsShowTheirCurrentStateFiringFirst() {
        view.accept(alertOf(score().feature("a").row()).resolved().row());
        view.accept(alertOf(score().feature("b").row()).pending().row());
        view.accept(alertOf(score().feature("c").row()).pending().row());
        view.accept(alertOf(score().feature("c").hour(1).row()).row());

        assertThat(view.alerts(ALL_ALERTS, 10)).extracting(AlertRow::feature).containsExactly("c", "b", "a");
        assertThat(view.alerts(new AlertFilter(null, "PENDING", "drift"), 10))
                .extracting(AlertRow::feature)
                .containsExactly("b");
        assertThat(view.transitions(ALL_ALERTS, 10))
                .extracting(AlertRow::feature)
                .containsExactly("c", "c", "b", "a");
    }

    @Test
    void alertOfAStateThatThisVersionDoesNotKnowIsShown() {
        view.accept(alertOf(score().row()).state("UNKNOWN").row());

        assertThat(view.alerts(ALL_ALERTS, 10)).extracting(AlertRow::state).containsExactly("UNKNOWN");
    }

    @Test
    void everythingIsBoundedAndWhatGoesIsCounted() {
        var small = new LiveView(List.of(), new Limits(2, 3, 4, 5, 6));
        for (var i = 0; i < 10; i++) {
            small.accept(score().feature("f" + i).row());
            small.accept(score().feature("f9").hour(i).row());
            small.accept(alertOf(score().feature("f" + i).row()).row());
            small.accept(new WindowRow("model" + i, "features", 0, 1, "1h", 0, 1, 0));
        }

        assertThat(small.scores(ALL_SCORES, 100, 100)).hasSize(3);
        assertThat(small.series(score().feature("f9").row().key()))
                .hasValueSatisfying(points -> assertThat(points.size()).isEqualTo(4));
        assertThat(small.alerts(ALL_ALERTS, 100)).hasSize(5);
        assertThat(small.transitions(ALL_ALERTS, 100)).hasSize(6);
        assertThat(small.dropped()).isEqualTo(new Dropped(8, 7, 7, 5, 4));
    }

    @Test
    void resolvedAlertsCannotPushOutOneThatFires() {
        var small = new LiveView(List.of(), new Limits(1, 1, 1, 2, 1));
        small.accept(alertOf(score().feature("firing").row()).row());
        for (var i = 0; i < 10; i++) {
            small.accept(alertOf(score().feature("f" + i).row()).resolved().row());
        }

        assertThat(small.alerts(ALL_ALERTS, 100)).extracting(AlertRow::feature).containsExactly("firing", "f8", "f9");
    }

    @Test
    void textsAndListsOfRowsAreCut() {
        var row = alertOf(score().feature("x".repeat(10_000)).row())
                .message("😀".repeat(5_000))
                .row();

        assertThat(row.feature()).hasSize(256).endsWith("…");
        assertThat(row.message()).hasSizeLessThanOrEqualTo(2_048);
        assertThat(row.message().codePoints()).allMatch(code -> code == 0x1F600 || code == '…');
    }

    @Test
    void threadsSeeWholeRows() throws InterruptedException {
        var start = new CountDownLatch(1);
        var writers = IntStream.range(0, 4)
                .mapToObj(writer -> new Thread(() -> {
                    awaitQuietly(start);
                    for (var hour = 0; hour < 500; hour++) {
                        view.accept(score().feature("f" + writer).hour(hour).row());
                    }
                }))
                .toList();
        writers.forEach(Thread::start);
        start.countDown();
        while (writers.stream().anyMatch(Thread::isAlive)) {
            for (var series : view.scores(ALL_SCORES, 10, 500)) {
                var points = series.recent();
                assertThat(points.windowEndMs(points.size() - 1))
                        .isEqualTo(series.latest().windowEndMs());
            }
        }
        for (var writer : writers) {
            writer.join();
        }

        assertThat(view.scores(ALL_SCORES, 10, 500))
                .hasSize(4)
                .allMatch(series -> series.recent().size() == 500);
        assertThat(view.revision()).isEqualTo(2_000);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
