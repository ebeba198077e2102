package io.streamgauge.app.http;

/**
 * One reason why the service is not well, for an operator to read.
 *
 * @param code fixed word for machines, such as {@code STREAMS_NOT_RUNNING}
 * @param detail what is wrong and, where known, what to do; without secrets, since anyone who reaches the port may read it
 */
public record Problem(String code, String detail) {}
