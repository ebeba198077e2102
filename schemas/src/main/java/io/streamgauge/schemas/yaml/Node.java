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
            over.entries().forEach((key, entry) -> {
                Entry own = merged.get(key);
                boolean both = own != null
                        && own.value() instanceof Mapping
                        && entry.value() instanceof Mapping;
                merged.put(
                        key,
                        both
                                ? new Entry(
                                        own.place(), ((Mapping) own.value()).overlaidBy((Mapping) entry.value()))
                                : entry);
            });
            return new Mapping(place, merged);
        }

        @Override
        public String described() {
            return "a mapping";
        }
    }

    /** A key's place and its value. */
    record Entry(Place place, Node value) {}
}
