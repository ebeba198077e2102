package io.streamgauge.statistics.change;

import java.math.BigDecimal;
import java.util.StringJoiner;

/** Writes settings in the form in which {@link Parameters} reads them, every parameter in its one canonical form. */
final class Specification {
    private final StringJoiner parameters;

    private Specification(String name) {
        this.parameters = new StringJoiner(",", name + ":", "");
    }

    static Specification of(String name) {
        return new Specification(name);
    }

    Specification with(String name, double value) {
        return with(
                name,
                new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString());
    }

    Specification with(String name, int value) {
        return with(name, Integer.toString(value));
    }

    Specification with(String name, boolean value) {
        return with(name, Boolean.toString(value));
    }

    Specification with(String name, Direction value) {
        return with(name, value.word());
    }

    Specification with(String name, String value) {
        parameters.add(name + "=" + value);
        return this;
    }

    @Override
    public String toString() {
        return parameters.toString();
    }
}
