package io.streamgauge.app.config;

import io.streamgauge.schemas.slice.SliceSpec;
import io.streamgauge.schemas.yaml.DidYouMean;
import io.streamgauge.schemas.yaml.Section;
import io.streamgauge.schemas.yaml.ValueType;
import io.streamgauge.schemas.yaml.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the slices of a model: those that others lie in come first, else in the order of the file. */
final class SlicesReader {
    private static final ValueType<String> NAME = Values.matching(
            "a name for the slice of letters, digits, '.', '_' and '-' (or by: a feature)",
            "[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private SlicesReader() {}

    static List<SliceSpec> read(List<Section> sections) {
        List<SliceSpec> slices = new ArrayList<>();
        Map<String, SliceSpec> outer = new TreeMap<>();
        Set<List<Object>> names = new HashSet<>(Set.of(List.of("", "all")));
        for (Section section : sections) {
            SliceSpec slice = slice(section);
            slices.add(slice);
            String within = slice.within() == null ? "" : slice.within();
            if (section.sound() && !names.add(List.of(within, slice.name()))) {
                section.problem(
                        slice instanceof SliceSpec.By ? "by" : "name",
                        "a name of its own",
                        "there is a slice \"" + slice.name() + "\" already");
            }
            if (slice.within() == null) {
                outer.put(slice.name(), slice);
            }
        }
        for (int i = 0; i < sections.size(); i++) {
            checkWithin(sections.get(i), slices.get(i), outer);
        }
        slices.sort(Comparator.comparing(slice -> slice.within() != null));
        return slices;
    }

    private static SliceSpec slice(Section section) {
        String within = section.optional("within", Values.TEXT);
        if (section.has("by")) {
            return new SliceSpec.By(
                    section.required("by", Values.TEXT), section.required("top", Values.wholeNumber(1, 1000)), within);
        }
        return new SliceSpec.Where(section.required("name", NAME), section.required("when", Values.TEXT), within);
    }

    private static void checkWithin(Section section, SliceSpec slice, Map<String, SliceSpec> outer) {
        if (section.sound() && slice.within() != null && !outer.containsKey(slice.within())) {
            section.problem(
                    "within",
                    "the name of a slice that lies in no other",
                    "there is no slice \"" + slice.within() + "\" that lies in no other"
                            + DidYouMean.hint(slice.within(), List.copyOf(outer.keySet())));
        }
    }
}
