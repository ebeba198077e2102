package io.streamgauge.schemas.slice;

import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.predicate.InvalidPredicateException;
import io.streamgauge.schemas.predicate.Predicate;
import io.streamgauge.statistics.profile.CategoricalProfile;
import io.streamgauge.statistics.profile.Profile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which of the configured slices is an event of one source in?
 *
 * <p>Which slices there are is settled by their definitions and the training data, so that it does not depend on the order of live
 * events, on partitions or on restarts. An event is in at most one slice of each definition; the answer for all definitions together
 * is one number, the event's <em>combination</em>. Events of one combination need to be counted once only: a slice is the sum
 * of the combinations it is part of.
 *
 * <p>A definition that does not fit the source, because it has no such feature, has no slices here. Thread-confined.
 */
public final class Slices {
    /** The largest number of slices of one source. */
    public static final int MOST = 1000;

    private static final long MOST_COMBINATIONS = 1L << 62;

    private final List<Part> parts = new ArrayList<>();
    /** Of the current event: the slice of each part. */
    private final int[] found;

    /** The slices of one definition; {@code parent} is the part that they lie in, -1 if they lie in all events. */
    private record Part(SliceSpec spec, Division division, int parent, int size) {}

    private Slices(List<Part> parts) {
        this.parts.addAll(parts);
        this.found = new int[parts.size()];
    }

    /**
     * The slices of a source.
     *
     * @param specs with those that others lie in before those others
     * @param features slot {@code i} of the events holds {@code features.get(i)}
     * @param training the profile of each feature over all training rows
     * @throws IllegalArgumentException if there are too many, or if one lies in a slice that lies in another
     */
    public static Slices of(List<SliceSpec> specs, List<FeatureSchema> features, List<Profile> training) {
        var parts = new ArrayList<Part>();
        var roots = new HashMap<String, Integer>();
        for (SliceSpec spec : specs) {
            int parent = spec.within() == null ? -1 : roots.getOrDefault(spec.within(), -1);
            Division division = division(spec, features, training).orElse(null);
            if (division != null && (spec.within() == null || parent >= 0)) {
                int parents = parent < 0 ? 1 : parts.get(parent).size();
                if (parent < 0) {
                    roots.put(spec.name(), parts.size());
                }
                parts.add(new Part(spec, division, parent, parents * division.size()));
            }
        }
        checkNumbers(parts);
        return new Slices(parts);
    }

    /** A copy for another thread. */
    public Slices copy() {
        return new Slices(parts);
    }

    private static void checkNumbers(List<Part> parts) {
        long slices = parts.stream().mapToLong(Part::size).sum();
        if (slices > MOST) {
            throw new IllegalArgumentException("there may be at most " + MOST + " slices, got " + slices);
        }
        long combinations = 1;
        for (Part part : parts) {
            if (combinations > MOST_COMBINATIONS / (part.size() + 1)) {
                throw new IllegalArgumentException(
                        "the slices can be combined in more than 2^62 ways: take fewer, or nest them");
            }
            combinations *= part.size() + 1;
        }
    }

    private static Optional<Division> division(SliceSpec spec, List<FeatureSchema> features, List<Profile> training) {
        if (spec instanceof SliceSpec.Where where) {
            try {
                return Optional.of(new ByPredicate(where.name(), Predicate.compile(where.when(), features)));
            } catch (InvalidPredicateException otherSource) {
                return Optional.empty();
            }
        }
        var by = (SliceSpec.By) spec;
        for (int slot = 0; slot < features.size(); slot++) {
            boolean named = features.get(slot).name().equals(by.feature());
            if (named && training.get(slot) instanceof CategoricalProfile categorical) {
                return Optional.of(new ByValue(by.feature(), slot, categorical, by.top()));
            }
        }
        return Optional.empty();
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Whether a definition has slices in this source. */
    public boolean has(SliceSpec spec) {
        return parts.stream().anyMatch(part -> part.spec().equals(spec));
    }

    /** All slices with their definitions, in a fixed order. */
    public Map<String, String> definitions() {
        var definitions = new LinkedHashMap<String, String>();
        for (Part part : parts) {
            for (int slice = 0; slice < part.size(); slice++) {
                definitions.put(name(part, slice), definition(part));
            }
        }
        return definitions;
    }

    /** Which slices the event is in, as one number; 0: in none. */
    public long combinationOf(EventBuffer event) {
        long combination = 0;
        for (int i = 0; i < found.length; i++) {
            Part part = parts.get(i);
            found[i] = find(part, event);
            combination = combination * (part.size() + 1) + found[i] + 1;
        }
        return combination;
    }

    private int find(Part part, EventBuffer event) {
        if (part.parent() < 0) {
            return part.division().find(event);
        }
        int outer = found[part.parent()];
        int inner = outer < 0 ? Division.NONE : part.division().find(event);
        return inner < 0 ? Division.NONE : outer * part.division().size() + inner;
    }

    /** Names of the slices of a combination. */
    public List<String> slicesOf(long combination) {
        var names = new ArrayList<String>();
        long rest = combination;
        for (int i = parts.size() - 1; i >= 0; i--) {
            Part part = parts.get(i);
            int slice = (int) (rest % (part.size() + 1)) - 1;
            rest /= part.size() + 1;
            if (slice >= 0) {
                names.add(0, name(part, slice));
            }
        }
        return names;
    }

    private String name(Part part, int slice) {
        Division division = part.division();
        if (part.parent() < 0) {
            return oneLine(division.name(slice));
        }
        Part parent = parts.get(part.parent());
        return name(parent, slice / division.size()) + "/" + oneLine(division.name(slice % division.size()));
    }

    private String definition(Part part) {
        String own = part.spec().definition();
        return part.parent() < 0 ? own : definition(parts.get(part.parent())) + "; " + own;
    }

    /** Names are listed line by line, and values may be anything. */
    private static String oneLine(String name) {
        return name.replace("\\", "\\\\").replace("\n", "\\n");
    }
}
