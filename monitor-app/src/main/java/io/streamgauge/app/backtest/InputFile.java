package io.streamgauge.app.backtest;

import io.streamgauge.schemas.contract.Source;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A file in place of a topic: {@code features=flights.parquet}, or {@code fraud.features=day.csv} where several models are
 * configured.
 *
 * @param model the name of a configured model
 */
public record InputFile(String model, Source source, Path file) {
    /**
     * Reads the form of the command line.
     *
     * @param models the configured ones
     * @throws IllegalArgumentException with what is wrong
     */
    public static InputFile parse(String text, List<String> models) {
        int equals = text.indexOf('=');
        if (equals <= 0 || equals == text.length() - 1) {
            throw new IllegalArgumentException("--input is written SOURCE=FILE, such as features=day.csv, got " + text);
        }
        String name = text.substring(0, equals);
        int dot = name.lastIndexOf('.');
        if (dot < 0 && models.size() > 1) {
            throw new IllegalArgumentException(
                    "--input needs the model, as several are configured: " + models.get(0) + "." + text);
        }
        String model = dot < 0 ? models.get(0) : name.substring(0, dot);
        if (!models.contains(model)) {
            throw new IllegalArgumentException(
                    "--input names model '%s', configured are %s".formatted(model, String.join(", ", models)));
        }
        return new InputFile(model, source(name.substring(dot + 1)), Path.of(text.substring(equals + 1)));
    }

    private static Source source(String word) {
        return Arrays.stream(Source.values())
                .filter(source -> source.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--input names source '%s', there are %s"
                        .formatted(
                                word,
                                Arrays.stream(Source.values()).map(Source::word).collect(Collectors.joining(", ")))));
    }
}
