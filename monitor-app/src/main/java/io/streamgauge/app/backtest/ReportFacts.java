package io.streamgauge.app.backtest;

import java.util.List;

/**
 * What a report says besides the run's own numbers.
 *
 * @param version of the program
 * @param command that makes the report again
 * @param config the models of the configuration, as written
 * @param judgements the configuration's first
 * @param worst the features that drifted most
 */
record ReportFacts(
        String version,
        String command,
        String config,
        List<LabelledIncident> incidents,
        List<Judgement> judgements,
        List<WorstWindow> worst) {
    public ReportFacts {
        incidents = List.copyOf(incidents);
        judgements = List.copyOf(judgements);
        worst = List.copyOf(worst);
    }
}
