package io.streamgauge.schemas.decode;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.serde.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decodes a JSON object, with or without the header of Confluent's JSON serializer. */
final class JsonDecoder implements EventDecoder {
    private static final String ENVELOPE = "features";

    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(AvroCursor.MAX_DEPTH)
                            .maxStringLength(1 << 20)
                            .maxNameLength(4096)
                            .maxNumberLength(400)
                            .build())
                    // Python writes NaN and Infinity.
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private final MappedFields fields;
    private final ExpectedColumns columns;

    JsonDecoder(SourceMapping mapping) {
        this.fields = new MappedFields(mapping);
        this.columns = new ExpectedColumns(mapping, fields, ENVELOPE);
    }

    @Override
    public @Nullable Rejection decode(byte @Nullable [] value, EventBuffer out) {
        Rejection refused = fields.begin(value, out);
        if (refused != null || value == null) {
            return refused;
        }
        // No JSON text in UTF-8 begins with a zero byte.
        boolean framed = value.length > WireFormat.HEADER_SIZE && value[0] == 0;
        Integer schemaId = framed ? WireFormat.schemaId(value) : null;
        int start = framed ? WireFormat.HEADER_SIZE : 0;
        JsonNode root;
        try {
            root = READER.readValue(value, start, value.length - start);
        } catch (IOException e) {
            return new Rejection(RejectReason.MALFORMED, "not a JSON text, or beyond the limits", schemaId);
        }
        if (root == null || !root.isObject()) {
            return new Rejection(RejectReason.MALFORMED, "not a JSON object", schemaId);
        }
        for (MappedFields.Place place : fields.places()) {
            put(find(root, place.path()), place.target(), out);
        }
        out.newColumn(columns.of(root));
        if (schemaId != null) {
            out.schemaId(schemaId);
        }
        return fields.end(out, schemaId);
    }

    private static @Nullable JsonNode find(JsonNode root, String path) {
        JsonNode found = walk(root, path);
        JsonNode envelope = root.get(ENVELOPE);
        return found != null || envelope == null ? found : walk(envelope, path);
    }

    /** The whole path as one name goes first: names with dots are legal in JSON. */
    private static @Nullable JsonNode walk(JsonNode node, String path) {
        JsonNode whole = node.get(path);
        int dot = path.indexOf('.');
        if (whole != null || dot < 0) {
            return whole;
        }
        JsonNode part = node.get(path.substring(0, dot));
        return part == null ? null : walk(part, path.substring(dot + 1));
    }

    /** Nulls may be among the values. */
    private static void list(JsonNode node, Target target, EventBuffer out) {
        var kinds = EnumSet.noneOf(FeatureType.class);
        boolean single = true;
        for (JsonNode value : node) {
            if (value.isNumber()) {
                kinds.add(FeatureType.NUMERIC);
            } else if (value.isTextual()) {
                kinds.add(FeatureType.CATEGORICAL);
            } else if (value.isBoolean()) {
                kinds.add(FeatureType.BOOLEAN);
            } else {
                single &= value.isNull();
            }
        }
        if (single && kinds.size() <= 1) {
            target.list(out, kinds.isEmpty() ? null : kinds.iterator().next(), node.size());
            if (target.keepsItems()) {
                target.items(out, items(node));
            }
        } else {
            target.other(out);
        }
    }

    private static List<@Nullable Object> items(JsonNode list) {
        List<@Nullable Object> items = new ArrayList<>(list.size());
        for (JsonNode value : list) {
            items.add(
                    value.isNumber()
                            ? Double.valueOf(value.doubleValue())
                            : value.isBoolean()
                                    ? Boolean.valueOf(value.booleanValue())
                                    : value.isNull() ? null : value.textValue());
        }
        return items;
    }

    private static void put(@Nullable JsonNode node, Target target, EventBuffer out) {
        if (node == null || node.isNull()) {
            target.nothing(out);
        } else if (node.isIntegralNumber() && node.canConvertToLong()) {
            target.integer(out, node.longValue());
        } else if (node.isNumber()) {
            target.number(out, node.doubleValue());
        } else if (node.isBoolean()) {
            target.bool(out, node.booleanValue());
        } else if (node.isTextual()) {
            byte[] utf8 = node.textValue().getBytes(UTF_8);
            target.text(out, utf8, 0, utf8.length);
        } else if (node.isArray()) {
            list(node, target, out);
        } else {
            target.other(out);
        }
    }
}
