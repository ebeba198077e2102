package io.streamgauge.topology.simulation;

import io.streamgauge.topology.partial.Shuffled;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.utils.Bytes;

/** What survives every crash: topics, changelogs, committed offsets. */
final class Broker {
    final Log<Shuffled> partials = new Log<>();
    final Log<GenericRecord> scores = new Log<>();
    final Log<GenericRecord> profiles = new Log<>();
    final Log<GenericRecord> alerts = new Log<>();
    final Log<GenericRecord> rejected = new Log<>();
    private final Map<String, Map<Bytes, byte[]>> changelogs = new HashMap<>();
    private final Map<String, Integer> offsets = new HashMap<>();

    Map<Bytes, byte[]> changelog(String task) {
        return changelogs.computeIfAbsent(task, name -> new HashMap<>());
    }

    int offset(String task) {
        return offsets.getOrDefault(task, 0);
    }

    void commitOffset(String task, int offset) {
        offsets.put(task, offset);
    }
}
