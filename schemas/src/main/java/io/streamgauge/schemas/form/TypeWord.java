package io.streamgauge.schemas.form;

import io.streamgauge.schemas.contract.FeatureContract;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.PhysicalType;
import io.streamgauge.schemas.yaml.ValueType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words for types: how values are written, or what they are taken for however they are written. */
enum TypeWord {
    INTEGER(PhysicalType.INT, null),
    FLOAT(PhysicalType.FLOAT, null),
    TEXT(PhysicalType.BYTES, null),
    RECORD(PhysicalType.STRUCT, null),
    NUMERIC(null, FeatureType.NUMERIC),
    CATEGORICAL(null, FeatureType.CATEGORICAL),
    BOOLEAN(null, FeatureType.BOOLEAN);

    private static final List<String> WORDS =
            Arrays.stream(values()).map(TypeWord::word).toList();
    static final ValueType<TypeWord> VALUES =
            new ValueType<>("one of " + String.join(", ", WORDS), CATEGORICAL, TypeWord::ofWord);

    private final @Nullable PhysicalType physical;
    private final @Nullable FeatureType kind;

    TypeWord(@Nullable PhysicalType physical, @Nullable FeatureType kind) {
        this.physical = physical;
        this.kind = kind;
    }

    @Nullable
    PhysicalType physical() {
        return physical;
    }

    @Nullable
    FeatureType kind() {
        return kind;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word for the type of a feature; null if it has none. */
    static @Nullable TypeWord of(FeatureContract feature) {
        for (TypeWord word : values()) {
            if (word.physical == feature.type() && word.kind == feature.kind()) {
                return word;
            }
        }
        return null;
    }

    private static TypeWord ofWord(String text) {
        for (TypeWord word : values()) {
            if (word.word().equals(text)) {
                return word;
            }
        }
        throw new IllegalArgumentException("no type");
    }
}
