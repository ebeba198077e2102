package io.streamgauge.schemas.yaml;

import java.util.function.Function;

/**
 * What may a key's value be?
 *
 * @param expected completes "expected ...": {@code a duration such as 5m or 1d}
 * @param standIn what reading goes on with after a problem, so that the rest is checked too; never seen outside, since
 *     a configuration with problems is never handed out
 * @param parser throws {@link IllegalArgumentException} on a text that is not of this type
 */
public record ValueType<T>(String expected, T standIn, Function<String, T> parser) {
    T parse(String text) {
        return parser.apply(text);
    }
}
