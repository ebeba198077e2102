package io.streamgauge.app.service;

import io.streamgauge.alerts.lifecycle.Phase;
import io.streamgauge.app.metrics.Metrics;
import io.streamgauge.app.metrics.SourceMetrics;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.decode.RejectReason;
import io.streamgauge.statistics.inference.Verdict;
import io.streamgauge.topology.settings.TopologyMeter;

/** Tells the metrics what the topology does. */
final class MeteredTopology implements TopologyMeter {
    private final Metrics metrics;

    MeteredTopology(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void profiled(String model, Source source) {
        SourceMetrics meter = metrics.source(model, source.word());
        meter.read();
        meter.profiled();
    }

    @Override
    public void late(String model, Source source) {
        SourceMetrics meter = metrics.source(model, source.word());
        meter.read();
        meter.late();
    }

    @Override
    public void rejected(String model, Source source, RejectReason reason) {
        SourceMetrics meter = metrics.source(model, source.word());
        meter.read();
        meter.rejected(reason);
    }

    @Override
    public void watermark(String model, Source source, int partition, long watermarkMs) {
        metrics.source(model, source.word()).watermark(partition, watermarkMs);
    }

    @Override
    public void released(String model, Source source, int partition) {
        metrics.source(model, source.word()).forget(partition);
    }

    @Override
    public void windowClosed(String model, Source source) {
        metrics.source(model, source.word()).windowClosed();
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
