package io.streamgauge.schemas.serde;

import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link RegistrySerde} may decide for itself.
 *
 * @param subjects under which subject a topic's schema is looked up or registered
 * @param autoRegister whether writing may add schemas to the registry. Off outside development: a schema is deployed, not a side
 *     effect of the first record
 * @param reader schema to read records as; null reads each record as it was written
 */
public record SerdeSettings(
        SubjectStrategy subjects,
        boolean autoRegister,
        @Nullable Schema reader) {

    /** Topic subjects, no registration, records as written. */
    public static SerdeSettings defaults() {
        return new SerdeSettings(SubjectStrategy.TOPIC, false, null);
    }

    /** Topic subjects, schemas are registered when first written: for development and tests. */
    public static SerdeSettings registering() {
        return defaults().withAutoRegister(true);
    }

    public SerdeSettings withSubjects(SubjectStrategy subjects) {
        return new SerdeSettings(subjects, autoRegister, reader);
    }

    public SerdeSettings withAutoRegister(boolean autoRegister) {
        return new SerdeSettings(subjects, autoRegister, reader);
    }

    public SerdeSettings withReader(Schema reader) {
        return new SerdeSettings(subjects, autoRegister, reader);
    }
}
