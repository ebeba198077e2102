package io.streamgauge.app.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a port number, 0 included. */
public final class PortConverter implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new TypeConversionException("expected a port between 0 and 65535, found '" + text + "'");
        }
        return Integer.valueOf(text);
    }
}
