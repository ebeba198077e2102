/** The small delay model whose predictions the demo monitors, and the program that trained it. */
@NullMarked
package io.streamgauge.app.demo.model;

import org.jspecify.annotations.NullMarked;
