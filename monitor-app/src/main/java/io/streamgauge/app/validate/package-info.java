/** From files to anomalies: schemas and statistics in their formats, and statistics of rows. */
@NullMarked
package io.streamgauge.app.validate;

import org.jspecify.annotations.NullMarked;
