package io.streamgauge.app.files;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records of a file, each as one flat map from column name to cell. */
interface FlatRecords extends Closeable {
    /** The next record, null behind the last. */
    @Nullable
    Map<String, Object> next() throws IOException;

    /** The place of that record for messages. */
    String place();
}
