package io.streamgauge.app.bench;

import io.streamgauge.app.logging.QuietLoggers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A contender's process: for each line on its standard input, the number of a repetition, it measures one and prints the result. */
final class ContenderMain {
    /** State in a temporary directory, and topics that are asked for while they are being made. */
    private static final String[] MEANINGLESS_HERE = {
        "org.apache.kafka.streams.processor.internals.StateDirectory", "org.apache.kafka.clients.NetworkClient"
    };

    private ContenderMain() {}

    public static void main(String[] arguments) throws Exception {
        Contender contender = Contender.valueOf(arguments[0]);
        QuietLoggers quiet = QuietLoggers.of(MEANINGLESS_HERE);
        Run run = run(contender, Stage.of(Arrays.copyOfRange(arguments, 1, arguments.length)));
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        int code = 0;
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                System.out.println(run.measure(Integer.parseInt(line)).toLine());
            }
        } catch (IOException | RuntimeException e) {
            e.printStackTrace();
            code = 1;
        }
        quiet.close();
        System.exit(code);
    }

    private static Run run(Contender contender, Stage stage) {
        return switch (contender.kind()) {
            case RAW -> new ConsumerRun(stage, false);
            case DECODE -> new ConsumerRun(stage, true);
            case PASS_THROUGH -> new PassThroughRun(stage);
            case MONITOR -> new MonitorRun(stage, contender);
            case NAIVE -> new NaiveRun(stage);
        };
    }
}
