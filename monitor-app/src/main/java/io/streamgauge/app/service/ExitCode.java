package io.streamgauge.app.service;

/** What the process says when it ends. Scripts rely on the numbers. */
public final class ExitCode {
    public static final int OK = 0;
    /** The command did its work and found what it was asked to look for. */
    public static final int FINDINGS = 1;
    /** Bad usage or configuration: trying again changes nothing. */
    public static final int USAGE = 2;
    /** Broker, registry, disk or a defect of ours. */
    public static final int FAILURE = 3;

    private ExitCode() {}
}
