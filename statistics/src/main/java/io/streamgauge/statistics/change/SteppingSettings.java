package io.streamgauge.statistics.change;

/** Settings of a {@link SteppingDetector}: what follows from the kind, the parameters and a fresh detector. */
interface SteppingSettings extends DetectorSettings {

    DetectorKind kind();

    /** All parameters, in the order of the documentation. */
    Specification parameters();

    @Override
    SteppingDetector start();

    @Override
    default String name() {
        return kind().name();
    }

    @Override
    default String variant() {
        return kind().variant();
    }

    @Override
    default ValueRange values() {
        return kind().values();
    }

    @Override
    default String specification() {
        return parameters().toString();
    }

    @Override
    default ChangeDetector resume(byte[] state) {
        return SteppingDetector.resumed(start(), state);
    }
}
