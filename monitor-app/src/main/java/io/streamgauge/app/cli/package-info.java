/**
 * The command line: one class per command, which reads its options, calls what does the work and prints the answer.
 * Exit codes are the same for all: {@link io.streamgauge.app.cli.ExitCode}.
 */
@NullMarked
package io.streamgauge.app.cli;

import org.jspecify.annotations.NullMarked;
