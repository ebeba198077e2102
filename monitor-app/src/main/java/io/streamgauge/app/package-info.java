/** The program: {@link io.streamgauge.app.Main} wires everything together and hands over to a command. */
@NullMarked
package io.streamgauge.app;

import org.jspecify.annotations.NullMarked;
