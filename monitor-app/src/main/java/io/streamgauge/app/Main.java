package io.streamgauge.app;

import io.streamgauge.app.bench.Bench;
import io.streamgauge.app.canary.CanaryRun;
import io.streamgauge.app.cli.AlertTail;
import io.streamgauge.app.cli.AlertsCommand;
import io.streamgauge.app.cli.BacktestCommand;
import io.streamgauge.app.cli.BaselineCommand;
import io.streamgauge.app.cli.BenchCommand;
import io.streamgauge.app.cli.CalibrateCommand;
import io.streamgauge.app.cli.CanaryCommand;
import io.streamgauge.app.cli.CommandTree;
import io.streamgauge.app.cli.CompareCommand;
import io.streamgauge.app.cli.ConfigCommand;
import io.streamgauge.app.cli.DemoCommand;
import io.streamgauge.app.cli.DetectCommand;
import io.streamgauge.app.cli.RunCommand;
import io.streamgauge.app.cli.SkewCommand;
import io.streamgauge.app.cli.TopologyCommand;
import io.streamgauge.app.cli.ValidateCommand;
import io.streamgauge.app.demo.Demo;
import io.streamgauge.app.service.MonitorService;
import io.streamgauge.app.service.TopologyPicture;
import java.io.PrintStream;
import java.util.List;

/** Starts the program. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    /** Runs one command line and returns the exit code; results go to {@code out}, everything else to {@code err}. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return CommandTree.run(
                List.of(
                        new DemoCommand(Demo::run),
                        new RunCommand(MonitorService::run),
                        new BaselineCommand(),
                        new ValidateCommand(),
                        new DetectCommand(),
                        new CompareCommand(),
                        new SkewCommand(),
                        new BacktestCommand(),
                        new CalibrateCommand(),
                        new AlertsCommand(AlertTail::run),
                        new CanaryCommand(CanaryRun::run),
                        new BenchCommand(Bench::run),
                        new ConfigCommand(),
                        new TopologyCommand(TopologyPicture::of)),
                args,
                out,
                err);
    }
}
