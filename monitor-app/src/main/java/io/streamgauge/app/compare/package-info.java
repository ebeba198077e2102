/**
 * The command {@code compare}: two files, feature by feature, by metrics of {@code statistics.comparison}, as a table, as JSON
 * or as a page.
 */
@NullMarked
package io.streamgauge.app.compare;

import org.jspecify.annotations.NullMarked;
