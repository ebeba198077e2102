package io.streamgauge.schemas.importer.proto;

import org.jspecify.annotations.Nullable;

/**
 * One field of a message.
 *
 * @param oneOf the group of which a message holds one field at most
 */
record Field(
        int number,
        String name,
        FieldKind kind,
        boolean repeated,
        @Nullable String oneOf) {}
