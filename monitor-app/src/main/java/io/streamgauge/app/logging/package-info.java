/** What {@code logback.xml} needs besides Logback's own parts. */
@NullMarked
package io.streamgauge.app.logging;

import org.jspecify.annotations.NullMarked;
