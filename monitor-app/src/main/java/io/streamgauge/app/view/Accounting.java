package io.streamgauge.app.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** Where did every record go? Answered by whoever counts them; must be safe to ask from any thread. */
@FunctionalInterface
public interface Accounting {

    /** One row per model, source and partition, or per model and source where partitions are not told apart. */
    List<Row> rows();

    /**
     * {@code read = profiled + late + rejected}, exactly, whenever nothing is in between.
     *
     * @param partition -1 when the row is about all partitions
     */
    record Row(String model, String source, int partition, long read, long profiled, long late, long rejected) {
        /** Records that are read but not yet accounted for; a negative number is a fault. */
        @JsonProperty
        public long open() {
            return read - profiled - late - rejected;
        }
    }
}
