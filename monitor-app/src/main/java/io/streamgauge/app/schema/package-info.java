/** Data schemas in files, whatever their form. */
@NullMarked
package io.streamgauge.app.schema;

import org.jspecify.annotations.NullMarked;
