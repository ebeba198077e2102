package io.streamgauge.schemas.contract;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the values of a feature mean, and so which of them are good. */
public sealed interface Domain {
    Set<PhysicalType> BYTES_ONLY = Set.of(PhysicalType.BYTES);
    Set<PhysicalType> ALL = Set.of(PhysicalType.values());

    /** The name of the field that holds it in a schema. */
    String word();

    /** How its values can be written. */
    Set<PhysicalType> types();

    /** Nothing is said about the values. */
    record Any() implements Domain {
        @Override
        public String word() {
            return "any";
        }

        @Override
        public Set<PhysicalType> types() {
            return ALL;
        }
    }

    /** An enumeration of the contract, by name. */
    record Named(String name) implements Domain {
        @Override
        public String word() {
            return "domain";
        }

        @Override
        public Set<PhysicalType> types() {
            return BYTES_ONLY;
        }
    }

    /** One of some texts. */
    record Words(List<String> values) implements Domain {
        public Words {
            values = List.copyOf(values);
        }

        @Override
        public String word() {
            return "string_domain";
        }

        @Override
        public Set<PhysicalType> types() {
            return BYTES_ONLY;
        }
    }

    /**
     * Texts of some form.
     *
     * @param length in Unicode code points
     * @param pattern an RE2 expression that the whole text must match; null if any text is good
     */
    record Texts(Limits length, @Nullable String pattern) implements Domain {
        /** Whether texts are of the pattern; true of any if there is none. Linear in their length. */
        public Predicate<String> ofPattern() {
            if (pattern == null) {
                return text -> true;
            }
            Pattern compiled = Pattern.compile(pattern);
            return compiled::matches;
        }

        @Override
        public String word() {
            return "text";
        }

        @Override
        public Set<PhysicalType> types() {
            return BYTES_ONLY;
        }
    }

    /** Whole numbers, written as such or as text. */
    record WholeNumbers(Limits limits, boolean categorical) implements Domain {
        @Override
        public String word() {
            return "int_domain";
        }

        @Override
        public Set<PhysicalType> types() {
            return Set.of(PhysicalType.INT, PhysicalType.BYTES);
        }
    }

    /**
     * Numbers, written as such or as text.
     *
     * @param dimension how many of them make an embedding, 0 if that is not said; null if they are none
     */
    record Numbers(
            @Nullable Double min,
            @Nullable Double max,
            boolean noNan,
            boolean noInfinity,
            boolean categorical,
            @Nullable Long dimension)
            implements Domain {
        /** Numbers within limits. */
        public static Numbers between(@Nullable Double min, @Nullable Double max) {
            return new Numbers(min, max, false, false, false, null);
        }

        @Override
        public String word() {
            return "float_domain";
        }

        @Override
        public Set<PhysicalType> types() {
            return Set.of(PhysicalType.FLOAT, PhysicalType.BYTES);
        }
    }

    /** True or false: the two texts, or 0 and 1. */
    record TrueFalse(@Nullable String trueValue, @Nullable String falseValue) implements Domain {
        @Override
        public String word() {
            return "bool_domain";
        }

        @Override
        public Set<PhysicalType> types() {
            return Set.of(PhysicalType.INT, PhysicalType.BYTES, PhysicalType.FLOAT);
        }
    }

    /** A record with features of its own. */
    record Struct(List<FeatureContract> features, List<SparseFeature> sparse) implements Domain {
        public Struct {
            features = List.copyOf(features);
            sparse = List.copyOf(sparse);
        }

        @Override
        public String word() {
            return "struct_domain";
        }

        @Override
        public Set<PhysicalType> types() {
            return Set.of(PhysicalType.STRUCT);
        }
    }

    /** Text in a human language, cut into tokens. */
    record Language(@Nullable Double minCoverage, @Nullable Double minTokenLength, List<TokenLimits> tokens)
            implements Domain {
        public Language {
            tokens = List.copyOf(tokens);
        }

        @Override
        public String word() {
            return "natural_language_domain";
        }

        @Override
        public Set<PhysicalType> types() {
            return BYTES_ONLY;
        }
    }

    /** Pictures. */
    record Image(
            @Nullable Double minSupportedFraction, @Nullable Long maxBytes) implements Domain {
        @Override
        public String word() {
            return "image_domain";
        }

        @Override
        public Set<PhysicalType> types() {
            return BYTES_ONLY;
        }
    }

    /** Web addresses. */
    record Url() implements Domain {
        @Override
        public String word() {
            return "url_domain";
        }

        @Override
        public Set<PhysicalType> types() {
            return BYTES_ONLY;
        }
    }

    /** Keys of a knowledge graph. */
    record KnowledgeId() implements Domain {
        @Override
        public String word() {
            return "mid_domain";
        }

        @Override
        public Set<PhysicalType> types() {
            return BYTES_ONLY;
        }
    }

    /** Points in time, or times of day, in a format. */
    record Time(String format, boolean ofDay) implements Domain {
        @Override
        public String word() {
            return ofDay ? "time_of_day_domain" : "time_domain";
        }

        @Override
        public Set<PhysicalType> types() {
            return Set.of(PhysicalType.INT, PhysicalType.BYTES);
        }
    }
}
