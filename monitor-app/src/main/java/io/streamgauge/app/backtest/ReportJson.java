package io.streamgauge.app.backtest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.streamgauge.topology.settings.ModelSettings;
import java.time.Instant;
import java.util.List;

/** The numbers of a report as one JSON object. Times are ISO-8601; numbers that there are not are null. */
final class ReportJson {
    private ReportJson() {}

    static String of(Backtest backtest, ReportFacts facts) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("version", facts.version());
        root.put("command", facts.command());
        root.put("from", Instant.ofEpochMilli(backtest.fromMs()).toString());
        root.put("to", Instant.ofEpochMilli(backtest.toMs()).toString());
        root.put("windows", backtest.outcome().windows());
        root.put("scores", backtest.outcome().scores());
        models(root.putArray("models"), backtest.settings().models());
        accounting(root.putArray("accounting"), backtest.outcome());
        backtest.episodes().forEach(episode -> episode(root.withArray("/alerts").addObject(), episode));
        series(root.putArray("drift"), backtest.strips().of("drift"));
        series(root.putArray("quality"), backtest.strips().of("quality"));
        judgements(root.putArray("policies"), facts.judgements());
        root.put("winner", Judgement.winner(facts.judgements()));
        return root.toPrettyString() + "\n";
    }

    private static void models(ArrayNode out, List<ModelSettings> models) {
        models.forEach(model -> out.addObject()
                .put("model", model.model())
                .put("version", model.baseline().version())
                .put("baselineId", model.trained().id())
                .put("configHash", model.configHash()));
    }

    private static void accounting(ArrayNode out, Outcome outcome) {
        outcome.accounts()
                .forEach((from, account) -> out.addObject()
                        .put("model", from.model())
                        .put("source", from.source().word())
                        .put("topic", from.topic())
                        .put("partition", from.partition())
                        .put("read", account.read())
                        .put("profiled", account.profiled())
                        .put("late", account.late())
                        .put("rejected", account.rejected())
                        .put("balances", account.balances()));
    }

    private static void episode(ObjectNode out, Episode episode) {
        out.put("id", episode.id())
                .put("kind", episode.kind())
                .put("subject", episode.subject())
                .put("metric", episode.score().metric())
                .put("severity", episode.severity().word())
                .put("value", episode.score().measurement().value())
                .put("threshold", episode.score().measurement().threshold())
                .put("start", Instant.ofEpochMilli(episode.startMs()).toString())
                .put("fired", Instant.ofEpochMilli(episode.firedMs()).toString())
                .put("end", Instant.ofEpochMilli(episode.endMs()).toString())
                .put("resolved", episode.resolved());
    }

    private static void series(ArrayNode out, List<Strip> strips) {
        strips.forEach(strip -> out.addObject()
                .put("model", strip.key().model())
                .put("subject", strip.key().subject())
                .put("metric", strip.key().metric())
                .put("windows", strip.key().windows())
                .put("judged", strip.judged())
                .put("above", strip.above())
                .put("largestRatio", strip.largest())
                .put("worstWindow", Instant.ofEpochMilli(strip.worstMs()).toString()));
    }

    private static void judgements(ArrayNode out, List<Judgement> judgements) {
        for (Judgement judged : judgements) {
            ObjectNode policy = out.addObject().put("policy", judged.policy());
            interval(policy.putObject("alerts"), judged.fired());
            interval(policy.putObject("alertHours"), judged.alertHours());
            policy.put("flips", judged.flips());
            interval(policy.putObject("falseAlerts"), judged.falseAlerts());
            policy.put("incidents", judged.incidents());
            judged.missed().forEach(policy.putArray("missed")::add);
            interval(policy.putObject("delayHours"), judged.delayHours());
        }
    }

    private static void interval(ObjectNode out, Judgement.Interval interval) {
        put(out, "value", interval.value());
        put(out, "lower", interval.lower());
        put(out, "upper", interval.upper());
    }

    private static void put(ObjectNode out, String name, double number) {
        if (Double.isFinite(number)) {
            out.put(name, number);
        } else {
            out.putNull(name);
        }
    }
}
