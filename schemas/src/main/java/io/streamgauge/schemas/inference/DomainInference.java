package io.streamgauge.schemas.inference;

import io.streamgauge.schemas.contract.Domain;
import io.streamgauge.statistics.tfdv.DataType;
import io.streamgauge.statistics.tfdv.FeatureStatistics;
import io.streamgauge.statistics.tfdv.NumericSummary;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which values of a feature are good, judged by those that there are? */
final class DomainInference {
    private static final Set<String> TRUE_WORDS = Set.of("TRUE", "true", "SET", "set", "1", "");
    private static final Set<String> FALSE_WORDS = Set.of("FALSE", "false", "CLEAR", "clear", "0");

    private DomainInference() {}

    static Domain of(FeatureStatistics feature) {
        if (feature.type() == DataType.INT) {
            NumericSummary numbers = feature.numbers();
            boolean trueOrFalse = feature.numeric() != null && numbers.min() >= 0 && numbers.max() == 1;
            return trueOrFalse ? new Domain.TrueFalse(null, null) : new Domain.Any();
        }
        return feature.type() == DataType.STRING ? words(feature) : new Domain.Any();
    }

    private static Domain words(FeatureStatistics feature) {
        List<String> words = List.copyOf(feature.words().counts().keySet());
        Optional<String> yes = words.stream().filter(TRUE_WORDS::contains).findFirst();
        Optional<String> no = words.stream().filter(FALSE_WORDS::contains).findFirst();
        int known = (yes.isPresent() ? 1 : 0) + (no.isPresent() ? 1 : 0);
        if (known > 0 && known == words.size()) {
            return new Domain.TrueFalse(yes.orElse(null), no.orElse(null));
        }
        boolean few = !words.isEmpty() && words.size() <= SchemaInference.MAX_ENUM_VALUES;
        return few && feature.words().invalidUtf8() == 0 ? new Domain.Words(words) : new Domain.Any();
    }
}
