package io.streamgauge.app.calibrate;

import io.streamgauge.schemas.baseline.AgeBaseline;
import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.FeatureBaseline;
import io.streamgauge.schemas.baseline.ReferenceWindow;
import io.streamgauge.schemas.baseline.SliceBaseline;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.decode.AgeField;
import io.streamgauge.statistics.profile.Layout;
import io.streamgauge.statistics.profile.Occupancy;
import io.streamgauge.statistics.profile.Profile;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.generic.GenericRecord;

/** The panes of one model over a healthy range, merged to the size of its baseline's windows. Not thread-safe. */
final class HealthyPanes {
    private final Baseline baseline;
    private final long sizeMs;
    private final Map<Source, Map<String, Integer>> slots = new EnumMap<>(Source.class);
    private final Map<Source, TreeMap<Long, Window>> windows = new EnumMap<>(Source.class);

    private static final class Window {
        private final List<Profile> profiles;
        /** By the name of what is so old. */
        private final Map<String, Profile> ages = new TreeMap<>();

        private long events;
        private Occupancy busy = Occupancy.NONE;

        Window(List<Profile> profiles) {
            this.profiles = profiles;
        }
    }

    /** @param paneMs of the stored panes; windows are no smaller */
    HealthyPanes(Baseline baseline, long paneMs) {
        this.baseline = baseline;
        long own = baseline.windowSize().toMillis();
        this.sizeMs = own % paneMs == 0 ? own : paneMs;
        for (Source source : Source.values()) {
            Map<String, Integer> names = new HashMap<>();
            baseline.features(source)
                    .forEach(feature -> names.put(feature.schema().name(), names.size()));
            slots.put(source, names);
        }
    }

    void take(GenericRecord record) {
        if (!record.get("model").toString().equals(baseline.model())
                || !record.get("slice").toString().equals("all")) {
            return;
        }
        Source source = Source.ofWord(record.get("source").toString());
        Window window = windowOf(source, (Long) record.get("windowStart"));
        GenericRecord traffic = (GenericRecord) record.get("traffic");
        if (traffic != null) {
            window.events += (Long) traffic.get("profiled");
            window.busy = window.busy.or(busy(record, traffic));
            return;
        }
        var feature = new FeatureSchema(record.get("feature").toString(), source, FeatureType.NUMERIC);
        Integer slot = slots.getOrDefault(source, Map.of()).get(feature.name());
        if (slot != null) {
            merge(record, window.profiles.get(slot));
        } else if (AgeField.isOne(feature)) {
            String name = AgeField.nameOf(feature);
            merge(record, window.ages.computeIfAbsent(name, first -> AgeField.GRID.newProfile()));
        }
    }

    private static void merge(GenericRecord record, Profile into) {
        byte[] bytes = bytes(record.get("profile"));
        if (Profile.fingerprintOf(bytes) == into.layout().fingerprint()) {
            into.mergeFrom(Profile.fromBytes(bytes, into.layout()));
        }
    }

    /** In which slots of its window a pane had events. */
    private Occupancy busy(GenericRecord pane, GenericRecord traffic) {
        long startMs = (Long) pane.get("windowStart");
        long lengthMs = (Long) pane.get("windowEnd") - startMs;
        Occupancy busy = traffic.hasField("busy") ? Occupancy.of(bytes(traffic.get("busy"))) : Occupancy.NONE;
        return busy.within(Math.floorMod(startMs, sizeMs), Occupancy.slotMs(lengthMs), Occupancy.slotMs(sizeMs));
    }

    private static byte[] bytes(Object stored) {
        ByteBuffer buffer = ((ByteBuffer) stored).duplicate();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private Window windowOf(Source source, long paneMs) {
        return windows.computeIfAbsent(source, absent -> new TreeMap<>())
                .computeIfAbsent(Math.floorDiv(paneMs, sizeMs) * sizeMs, start -> new Window(newProfiles(source)));
    }

    private List<Profile> newProfiles(Source source) {
        return baseline.features(source).stream()
                .map(FeatureBaseline::layout)
                .map(Layout::newProfile)
                .map(Profile.class::cast)
                .toList();
    }

    /** Start and profile of a feature in each window that had events. */
    Map<Long, Profile> of(Source source, int slot) {
        Map<Long, Profile> profiles = new TreeMap<>();
        windows.getOrDefault(source, new TreeMap<>()).forEach((startMs, window) -> {
            if (window.events > 0) {
                profiles.put(startMs, window.profiles.get(slot));
            }
        });
        return profiles;
    }

    long sizeMs() {
        return sizeMs;
    }

    /** The same bins, totals, slices and contract, but the windows of the healthy range: the dispersion is fitted on those. */
    Baseline calibrated() {
        List<FeatureBaseline> features = new ArrayList<>();
        List<ReferenceWindow> reference = new ArrayList<>();
        for (Source source : Source.values()) {
            features.addAll(baseline.features(source));
            TreeMap<Long, Window> found = windows.getOrDefault(source, new TreeMap<>());
            if (!found.isEmpty()) {
                for (long startMs = found.firstKey(); startMs <= found.lastKey(); startMs += sizeMs) {
                    Window window = found.get(startMs);
                    reference.add(new ReferenceWindow(
                            source,
                            startMs,
                            startMs + sizeMs,
                            window == null ? newProfiles(source) : window.profiles,
                            window == null ? 0 : window.events,
                            window == null ? Occupancy.NONE : window.busy));
                }
            }
        }
        List<SliceBaseline> slices = Arrays.stream(Source.values())
                .flatMap(source -> baseline.slices(source).stream())
                .toList();
        return Baseline.of(baseline.model(), baseline.version(), Duration.ofMillis(sizeMs), features, reference, slices)
                .withContract(baseline.contract().orElse(null))
                .withAges(ages(reference));
    }

    /** Of all that the panes know the age of. */
    private List<AgeBaseline> ages(List<ReferenceWindow> reference) {
        List<AgeBaseline> ages = new ArrayList<>();
        windows.forEach((source, found) -> {
            var names = new TreeSet<String>();
            found.values().forEach(window -> names.addAll(window.ages.keySet()));
            for (String name : names) {
                Profile total = AgeField.GRID.newProfile();
                List<Profile> byWindow = new ArrayList<>();
                reference.stream().filter(span -> span.source() == source).forEach(span -> {
                    Window window = found.get(span.startMs());
                    Profile own = window == null ? null : window.ages.get(name);
                    Profile known = own == null ? AgeField.GRID.newProfile() : own;
                    total.mergeFrom(known);
                    byWindow.add(known);
                });
                ages.add(new AgeBaseline(source, name, total, byWindow));
            }
        });
        return ages;
    }
}
