/**
 * Files with one row for each event, in every format that training data comes in, read as typed cells. The commands on
 * files and the building of baselines rest on {@link io.streamgauge.app.files.RowSource}.
 */
@NullMarked
package io.streamgauge.app.files;

import org.jspecify.annotations.NullMarked;
