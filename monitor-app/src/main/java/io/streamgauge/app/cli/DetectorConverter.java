package io.streamgauge.app.cli;

import io.streamgauge.statistics.change.ChangeDetectors;
import io.streamgauge.statistics.change.DetectorSettings;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --detector}. */
final class DetectorConverter implements ITypeConverter<DetectorSettings> {
    @Override
    public DetectorSettings convert(String specification) {
        try {
            return ChangeDetectors.parse(specification);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
