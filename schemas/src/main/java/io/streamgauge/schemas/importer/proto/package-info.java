/**
 * Reads protobuf messages, as bytes or as text, from a definition that is only data: numbers, names and kinds of fields.
 * Broken input gives one clear line.
 */
@NullMarked
package io.streamgauge.schemas.importer.proto;

import org.jspecify.annotations.NullMarked;
