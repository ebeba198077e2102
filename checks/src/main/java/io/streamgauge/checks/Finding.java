package io.streamgauge.checks;

import io.streamgauge.schemas.contract.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What a rule adds to its score.
 *
 * @param patch the change of the schema that would accept what was found; null if nothing was, or nothing would
 */
public record Finding(Severity severity, @Nullable String patch) {}
