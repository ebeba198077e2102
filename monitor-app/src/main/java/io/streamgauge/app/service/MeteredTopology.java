package io.streamgauge.app.service;

import io.streamgauge.alerts.lifecycle.Phase;
import io.streamgauge.app.metrics.Metrics;
import io.streamgauge.app.metrics.SourceMetrics;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.decode.RejectReason;
import io.streamgauge.statistics.inference.Verdict;
import io.streamgauge.topology.settings.TopologyMeter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tells the metrics what the topology does. */
final class MeteredTopology implements TopologyMeter {
    private final Metrics metrics;
    /** By model and source: the names need not be looked up for each event. */
    private final Map<String, Map<Source, SourceMetrics>> sources = new ConcurrentHashMap<>();

    MeteredTopology(Metrics metrics) {
        this.metrics = metrics;
    }

    private SourceMetrics of(String model, Source source) {
        Map<Source, SourceMetrics> ofModel = sources.get(model);
        SourceMetrics known = ofModel == null ? null : ofModel.get(source);
        return known == null ? find(model, source) : known;
    }

    private SourceMetrics find(String model, Source source) {
        SourceMetrics found = metrics.source(model, source.word());
        sources.computeIfAbsent(model, name -> new ConcurrentHashMap<>()).put(source, found);
        return found;
    }

    @Override
    public void profiled(String model, Source source, long events) {
        of(model, source).profiled(events);
    }

    @Override
    public void late(String model, Source source) {
        of(model, source).late();
    }

    @Override
    public void rejected(String model, Source source, RejectReason reason) {
        of(model, source).rejected(reason);
    }

    @Override
    public void watermark(String model, Source source, int partition, long watermarkMs) {
        of(model, source).watermark(partition, watermarkMs);
    }

    @Override
    public void written(String model, Source source, long afterMs) {
        of(model, source).written(afterMs);
    }

    @Override
    public void released(String model, Source source, int partition) {
        of(model, source).forget(partition);
    }

    @Override
    public void windowClosed(String model, Source source) {
        of(model, source).windowClosed();
    }

    @Override
    public void score(String model, String check, Verdict verdict) {
        metrics.score(model, check, verdict);
    }

    @Override
    public void alert(String model, String kind, Phase phase) {
        metrics.alert(model, kind, phase.name());
    }
}
