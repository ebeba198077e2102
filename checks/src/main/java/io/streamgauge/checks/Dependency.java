package io.streamgauge.checks;

import java.util.Comparator;

/**
 * Something that the events of a source depend on and that their owner may exchange at any time.
 *
 * @param name the id of a schema, the name of a version or of a producer
 */
public record Dependency(Kind kind, String name) implements Comparable<Dependency> {
    private static final Comparator<Dependency> ORDER =
            Comparator.comparing(Dependency::kind).thenComparing(Dependency::name);

    /** What it is. */
    public enum Kind {
        SCHEMA("new-schemas", "new writer schema"),
        VERSION("new-versions", "new model version"),
        PRODUCER("new-producers", "new producer");

        private final String metric;
        private final String words;

        Kind(String metric, String words) {
            this.metric = metric;
            this.words = words;
        }

        /** What the number of new ones is called. */
        public String metric() {
            return metric;
        }

        /** One of them, to a person. */
        String words() {
            return words;
        }
    }

    /**
     * Where a dependency was first seen, and what is to be said of it.
     *
     * @param first a range of one record
     * @param note what is different with it; empty if that is not known
     */
    public record Sighting(OffsetRange first, String note) {
        private static final Comparator<Sighting> BY_PLACE = Comparator.comparing(
                        (Sighting sighting) -> sighting.first.topic())
                .thenComparingInt(sighting -> sighting.first.partition())
                .thenComparingLong(sighting -> sighting.first.firstOffset());

        /** The earlier place, in the order of the partitions; of two notes the first by the alphabet. So the order does not matter. */
        Sighting plus(Sighting other) {
            OffsetRange earlier = BY_PLACE.compare(this, other) <= 0 ? first : other.first;
            boolean own = other.note.isEmpty() || (!note.isEmpty() && note.compareTo(other.note) <= 0);
            return new Sighting(earlier, own ? note : other.note);
        }
    }

    @Override
    public int compareTo(Dependency other) {
        return ORDER.compare(this, other);
    }
}
