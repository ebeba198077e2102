package io.streamgauge.app.canary;

import java.util.List;

/**
 * What became of the canaries of one model.
 *
 * @param sent to its topic
 * @param latenciesMs of those that came through, from sending to the committed echo; ascending
 * @param rejections of those that the monitor could not use
 */
public record CanaryResult(String model, String topic, int sent, List<Long> latenciesMs, List<String> rejections) {
    public CanaryResult {
        latenciesMs = latenciesMs.stream().sorted().toList();
        rejections = List.copyOf(rejections);
    }

    /** Those that nobody has seen before the deadline. */
    public int missing() {
        return sent - latenciesMs.size() - rejections.size();
    }

    public boolean isComplete() {
        return latenciesMs.size() == sent;
    }

    /** The latency that this share of those that came through did not exceed, by nearest rank; -1 if none came. */
    public long latencyMs(double share) {
        int rank = (int) Math.ceil(share * latenciesMs.size());
        return latenciesMs.isEmpty() ? -1 : latenciesMs.get(Math.max(0, rank - 1));
    }
}
