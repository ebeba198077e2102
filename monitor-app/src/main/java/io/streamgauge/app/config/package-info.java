/**
 * The configuration: what the file says, as validated records, and the one place where defaults live. Reading reports
 * every problem at once, each with its key, line and column.
 */
@NullMarked
package io.streamgauge.app.config;

import org.jspecify.annotations.NullMarked;
