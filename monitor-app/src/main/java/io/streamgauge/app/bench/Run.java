package io.streamgauge.app.bench;

/** Reads all events once. */
interface Run {
    /** @param repetition makes names of groups and topics new */
    Measurement measure(int repetition) throws Exception;
}
