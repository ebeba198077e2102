package io.streamgauge.topology.assess;

import io.streamgauge.schemas.contract.Source;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.partial.ProfilesPartial;
import io.streamgauge.topology.partial.Shuffled;
import io.streamgauge.topology.partial.TrafficPartial;
import io.streamgauge.topology.state.LiveStore;
import io.streamgauge.topology.watermark.Watermarks;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Keeps the partials of all source partitions, and closes panes and windows once every partition's watermark has passed their end.
 * The order in which partitions are heard changes nothing: a window waits for all of them, and merging is exact.
 */
final class AssessProcessor implements Processor<String, Shuffled, String, AssessOutput> {
    private final AssessDefinition definition;

    private ProcessorContext<String, AssessOutput> context;
    private LiveStore<byte[]> store;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init() before anything else
    AssessProcessor(AssessDefinition definition) {
        this.definition = definition;
    }

    @Override
    public void init(ProcessorContext<String, AssessOutput> processorContext) {
        context = processorContext;
        store = processorContext.getStateStore(AssessDefinition.STORE);
    }

    @Override
    public void process(Record<String, Shuffled> message) {
        Shuffled record = message.value();
        AssessedSource source = definition.source(record.model(), record.source());
        if (source == null) {
            return; // a model that was taken out of the configuration; its last partials were still on the way
        }
        var partials = new Partials(store, source.model(), source.source(), source.chunks());
        SourceProgress progress = progress(source.model(), source.source());
        if (record instanceof Mark mark && !isRepeated(mark, progress)) {
            progress.marks.put(mark.from().partition(), mark);
            long watermarkMs = Watermarks.ofSource(progress.marks.values(), source.partitions());
            var closer = new WindowCloser(source, partials, output -> forward(message, output));
            closer.closeUpTo(watermarkMs, progress);
            keep(source, progress);
        } else if (record instanceof TrafficPartial partial) {
            if (isOpen(partial.pane().startMs(), progress)) {
                partials.keep(partial);
            } else if (!isRepeated(partial, progress)) {
                progress.afterClose.merge(partial.from().partition(), partial.profiled(), Long::sum);
                keep(source, progress);
            }
        } else if (record instanceof ProfilesPartial partial
                && isOpen(partial.pane().startMs(), progress)) {
            partials.keep(partial);
        }
    }

    private static boolean isOpen(long paneStartMs, SourceProgress progress) {
        return progress.nextPaneMs == Mark.UNKNOWN || paneStartMs >= progress.nextPaneMs;
    }

    /** A partition sends a pane once, before the mark that passes its end; a second time is an at-least-once repetition. */
    private static boolean isRepeated(TrafficPartial partial, SourceProgress progress) {
        Mark last = progress.marks.get(partial.from().partition());
        return last != null && partial.pane().endMs() <= last.watermarkMs();
    }

    private static boolean isRepeated(Mark mark, SourceProgress progress) {
        Mark last = progress.marks.get(mark.from().partition());
        return last != null && mark.accounting().read() < last.accounting().read();
    }

    private SourceProgress progress(String model, Source source) {
        byte[] bytes = store.get(AssessKeys.progress(model, source));
        return bytes == null ? new SourceProgress() : SourceProgress.of(bytes);
    }

    private void keep(AssessedSource source, SourceProgress progress) {
        store.put(AssessKeys.progress(source.model(), source.source()), progress.toBytes());
    }

    private void forward(Record<String, Shuffled> message, AssessOutput output) {
        context.forward(new Record<>(message.key(), output, message.timestamp()));
    }
}
