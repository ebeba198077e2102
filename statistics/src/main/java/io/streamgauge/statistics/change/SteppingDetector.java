package io.streamgauge.statistics.change;

/** What all detectors share: which values are looked at, the new start after a drift, and the frame of the bytes. */
abstract class SteppingDetector implements ChangeDetector {
    private final DetectorSettings settings;

    SteppingDetector(DetectorSettings settings) {
        this.settings = settings;
    }

    @Override
    public final DetectorSettings settings() {
        return settings;
    }

    @Override
    public final ChangeLevel step(double value) {
        if (!Double.isFinite(value)) {
            pass();
            return ChangeLevel.NONE;
        }
        if (!settings.values().contains(value)) {
            throw new IllegalArgumentException("%s takes %s, found %s"
                    .formatted(settings.name(), settings.values().description(), value));
        }
        ChangeLevel level = judge(value);
        if (level == ChangeLevel.DRIFT) {
            restart();
        }
        return level;
    }

    @Override
    public final byte[] toBytes() {
        var writer = new StateWriter(settings);
        write(writer);
        return writer.toBytes();
    }

    /** Takes a value that is in range. */
    abstract ChangeLevel judge(double value);

    /** Takes a row without a value; nothing happens, unless time matters. */
    void pass() {}

    /** Forgets what lies before a drift. */
    abstract void restart();

    abstract void write(StateWriter writer);

    /** Takes over what {@link #write} wrote. */
    abstract void read(StateReader reader);

    static <D extends SteppingDetector> D resumed(D fresh, byte[] state) {
        var reader = new StateReader(fresh.settings(), state);
        fresh.read(reader);
        reader.end();
        return fresh;
    }
}
