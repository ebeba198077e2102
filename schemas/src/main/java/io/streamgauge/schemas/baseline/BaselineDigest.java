package io.streamgauge.schemas.baseline;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.form.SchemaForm;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The identity of a baseline: a hash over everything in it, each part behind its length. */
final class BaselineDigest {
    private static final int ID_LENGTH = 16;

    private final MessageDigest digest = sha256();

    private BaselineDigest() {}

    static String of(Baseline baseline) {
        BaselineDigest digest = new BaselineDigest();
        digest.text(baseline.model());
        digest.text(baseline.version());
        digest.number(baseline.windowSize().toMillis());
        // The rows of the reference topic are compared, not profiled: no baseline holds any.
        for (Source source : List.of(Source.FEATURES, Source.PREDICTIONS, Source.LABELS)) {
            digest.text(source.word());
            digest.features(baseline, source);
            digest.windows(baseline, source);
            digest.slices(baseline, source);
            digest.ages(baseline, source);
        }
        baseline.contract().ifPresent(contract -> digest.text(SchemaForm.write(contract)));
        return HexFormat.of().formatHex(digest.digest.digest()).substring(0, ID_LENGTH);
    }

    private void features(Baseline baseline, Source source) {
        number(baseline.features(source).size());
        for (FeatureBaseline feature : baseline.features(source)) {
            text(feature.schema().name());
            text(feature.schema().type().name());
            bytes(feature.layout().toBytes());
            bytes(feature.total().toBytes());
        }
    }

    private void windows(Baseline baseline, Source source) {
        number(baseline.windows(source).size());
        for (ReferenceWindow window : baseline.windows(source)) {
            number(window.startMs());
            number(window.count());
            // Without rows the profiles are empty, whatever their number.
            if (window.count() > 0) {
                window.profiles().forEach(profile -> bytes(profile.toBytes()));
            }
            if (!window.busy().isEmpty()) { // the ids of baselines without stay what they were
                bytes(window.busy().toBytes());
            }
        }
    }

    /** Writes nothing if there are none: the ids of baselines without slices stay what they were. */
    private void slices(Baseline baseline, Source source) {
        for (SliceBaseline slice : baseline.slices(source)) {
            text(slice.slice());
            text(slice.definition());
            slice.totals().forEach(total -> bytes(total.toBytes()));
        }
    }

    /** Writes nothing if there are none, for the same reason. */
    private void ages(Baseline baseline, Source source) {
        for (AgeBaseline age : baseline.ages(source)) {
            text(age.name());
            bytes(age.total().toBytes());
            age.windows().forEach(window -> bytes(window.toBytes()));
        }
    }

    private void text(String text) {
        bytes(text.getBytes(UTF_8));
    }

    private void bytes(byte[] bytes) {
        number(bytes.length);
        digest.update(bytes);
    }

    private void number(long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
