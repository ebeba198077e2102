package io.streamgauge.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.avro.Schema;

/**
 * What records lie in Streamgauge's own topics, and in the topics of a team that starts fresh? Each contract is the Avro
 * schema of the same name in {@code src/main/avro}. They evolve under FULL compatibility: a reader with any version
 * understands records written with any other. Schemas are immutable here and may be shared between threads.
 */
public final class Contracts {
    // One parser for all: Alert refers to Contributor and OffsetRange, which Score defines, so Score comes first.
    private static final Schema.Parser PARSER = new Schema.Parser();

    public static final Schema SCORE = load("Score");
    public static final Schema ALERT = load("Alert");
    public static final Schema WINDOW_MARK = load("WindowMark");
    public static final Schema WINDOW_PROFILE = load("WindowProfile");
    public static final Schema REJECTED_RECORD = load("RejectedRecord");
    public static final Schema FEATURE_EVENT = load("FeatureEvent");
    public static final Schema PREDICTION_EVENT = load("PredictionEvent");
    public static final Schema LABEL_EVENT = load("LabelEvent");
    public static final Schema MODEL_EVENT = load("ModelEvent");

    private static final List<Schema> ALL = List.of(
            SCORE,
            ALERT,
            WINDOW_MARK,
            WINDOW_PROFILE,
            REJECTED_RECORD,
            FEATURE_EVENT,
            PREDICTION_EVENT,
            LABEL_EVENT,
            MODEL_EVENT);

    private Contracts() {}

    /** Every contract, each after those that it refers to: the order in which files of them must be parsed. */
    public static List<Schema> all() {
        return ALL;
    }

    private static Schema load(String name) {
        String resource = "contracts/" + name + ".avsc";
        try (InputStream in = Contracts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the jar of the schemas module lacks " + resource);
            }
            return PARSER.parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
