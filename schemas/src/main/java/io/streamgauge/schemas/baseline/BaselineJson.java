package io.streamgauge.schemas.baseline;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.form.SchemaForm;
import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.profile.Profile;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;

/** A baseline as one line of JSON. Numbers that JSON cannot write (NaN of an empty column) are null. */
final class BaselineJson {
    private final JsonGenerator json;

    private BaselineJson(JsonGenerator json) {
        this.json = json;
    }

    static String of(Baseline baseline) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new ObjectMapper().createGenerator(text)) {
            new BaselineJson(json).write(baseline);
        } catch (IOException e) {
            throw new UncheckedIOException("a string writer cannot fail", e);
        }
        return text.toString();
    }

    private void write(Baseline baseline) throws IOException {
        json.writeStartObject();
        json.writeStringField("model", baseline.model());
        json.writeStringField("version", baseline.version());
        json.writeStringField("id", baseline.id());
        json.writeStringField("window", baseline.windowSize().toString());
        json.writeArrayFieldStart("features");
        for (Source source : Source.values()) {
            for (FeatureBaseline feature : baseline.features(source)) {
                write(feature);
            }
        }
        json.writeEndArray();
        if (Arrays.stream(Source.values())
                .anyMatch(source -> !baseline.ages(source).isEmpty())) {
            json.writeArrayFieldStart("ages");
            for (Source source : Source.values()) {
                for (AgeBaseline age : baseline.ages(source)) {
                    write(age);
                }
            }
            json.writeEndArray();
        }
        if (baseline.contract().isPresent()) {
            json.writeObjectField("schema", SchemaForm.tree(baseline.contract().get()));
        }
        json.writeArrayFieldStart("windows");
        for (Source source : Source.values()) {
            for (ReferenceWindow window : baseline.windows(source)) {
                write(window);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(FeatureBaseline feature) throws IOException {
        Profile total = feature.total();
        json.writeStartObject();
        json.writeStringField("source", feature.schema().source().word());
        json.writeStringField("name", feature.schema().name());
        json.writeStringField("type", feature.schema().type().name());
        json.writeNumberField("count", total.count());
        json.writeNumberField("missing", total.missing());
        json.writeNumberField("mistyped", total.mistyped());
        if (total instanceof NumericProfile numeric) {
            number("min", numeric.min());
            number("max", numeric.max());
            number("mean", numeric.mean());
            number("standardDeviation", Math.sqrt(numeric.variance()));
        }
        if (feature.layout() instanceof Grid grid) {
            json.writeFieldName("edges");
            json.writeArray(grid.edges(), 0, grid.edges().length);
        }
        bins(feature);
        json.writeEndObject();
    }

    private void write(AgeBaseline age) throws IOException {
        var seconds = (NumericProfile) age.total();
        json.writeStartObject();
        json.writeStringField("source", age.source().word());
        json.writeStringField("name", age.name());
        json.writeNumberField("count", seconds.finite());
        number("p50Seconds", seconds.quantile(0.5));
        number("p99Seconds", seconds.quantile(0.99));
        json.writeEndObject();
    }

    private void bins(FeatureBaseline feature) throws IOException {
        long[] counts = feature.total().binCounts();
        json.writeArrayFieldStart("bins");
        for (int bin = 0; bin < counts.length; bin++) {
            json.writeStartObject();
            json.writeStringField("bin", feature.layout().binLabel(bin));
            json.writeNumberField("count", counts[bin]);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void write(ReferenceWindow window) throws IOException {
        json.writeStartObject();
        json.writeStringField("source", window.source().word());
        json.writeStringField("start", Instant.ofEpochMilli(window.startMs()).toString());
        json.writeStringField("end", Instant.ofEpochMilli(window.endMs()).toString());
        json.writeNumberField("count", window.count());
        json.writeEndObject();
    }

    private void number(String name, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(name, value);
        } else {
            json.writeNullField(name);
        }
    }
}
