/** Reads the schemas, statistics and validation settings of TensorFlow Data Validation. */
@NullMarked
package io.streamgauge.schemas.importer.tfdv;

import org.jspecify.annotations.NullMarked;
