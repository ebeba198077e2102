package io.streamgauge.schemas.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One node of a parsed file. Scalars stay text: what they mean is decided by the {@link ValueType} that reads them. */
sealed interface Node {
    Place place();

    /** How a message names this node when something else was expected. */
    String described();

    /**
     * A single value.
     *
     * @param plain written without quotes, so that an empty text, {@code ~} and {@code null} mean nothing
     */
    record Scalar(Place place, String text, boolean plain) implements Node {
        private static final int SHOWN = 80;

        boolean isNothing() {
            return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }

        @Override
        public String described() {
            if (isNothing()) {
                return "nothing";
            }
            String shown = Secrets.withoutUserInfo(text);
            return '"' + (shown.length() > SHOWN ? shown.substring(0, SHOWN) + "..." : shown) + '"';
        }
    }

    record Sequence(Place place, List<Node> items) implements Node {
        @Override
        public String described() {
            return "a list";
        }
    }

    /** Keys in the order of the file. */
    record Mapping(Place place, Map<String, Entry> entries) implements Node {
        /** Mappings are merged key by key, all else is replaced. */
        Mapping overlaidBy(Mapping over) {
            Map<String, Entry> merged = new LinkedHashMap<>(entries);
            over.entries().forEach((key, entry) -> merged.merge(key, entry, Mapping::overlaid));
            return new Mapping(place, merged);
        }

        private static Entry overlaid(Entry own, Entry over) {
            return own.value() instanceof Mapping mine && over.value() instanceof Mapping theirs
                    ? new Entry(own.place(), mine.overlaidBy(theirs))
                    : over;
        }

        @Override
        public String described() {
            return "a mapping";
        }
    }

    /** A key's place and its value. */
    record Entry(Place place, Node value) {}
}
