/** The recorded flights that the demo replays: one flight, the committed sample of them, and the program that made the sample. */
@NullMarked
package io.streamgauge.app.demo.flight;

import org.jspecify.annotations.NullMarked;
