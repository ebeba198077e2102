package io.streamgauge.schemas.decode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wanted of a value: itself, for some targets, and parts of it by name. */
record Wanted(List<Target> here, Map<String, Wanted> parts) {
    static final Wanted NOTHING = new Wanted(List.of(), Map.of());

    static Wanted empty() {
        return new Wanted(new ArrayList<>(), new LinkedHashMap<>());
    }

    void add(List<String> path, Target target) {
        if (path.isEmpty()) {
            here.add(target);
        } else {
            parts.computeIfAbsent(path.get(0), name -> empty()).add(path.subList(1, path.size()), target);
        }
    }

    Wanted part(String name) {
        return parts.getOrDefault(name, NOTHING);
    }

    boolean isNothing() {
        return here.isEmpty() && parts.isEmpty();
    }

    Target target() {
        return Targets.of(here);
    }
}
