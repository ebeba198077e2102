package io.streamgauge.app.cli;

import io.streamgauge.schemas.importer.suite.Deequ;
import io.streamgauge.schemas.importer.suite.GreatExpectations;
import io.streamgauge.schemas.importer.suite.SageMaker;
import io.streamgauge.schemas.importer.tfdv.ImportedContract;
import io.streamgauge.schemas.importer.tfdv.TfdvSchema;
import io.streamgauge.schemas.importer.tfdv.TfdvStatistics;
import io.streamgauge.statistics.tfdv.DatasetStatistics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What is imported: the files of one tool. */
final class ImportOptions {
    /** A schema of TensorFlow Data Validation, and perhaps statistics. */
    static final class Tfdv {
        @Option(names = "--tfdv-schema", required = true, paramLabel = "FILE", description = "TFDV: text or bytes.")
        @SuppressWarnings("NullAway.Init")
        private Path schema;

        @Option(names = "--tfdv-statistics", paramLabel = "FILE", description = "TFDV: text, bytes or TFRecord.")
        private @Nullable Path statistics;
    }

    /** Constraints of SageMaker Model Monitor, and perhaps statistics. */
    static final class SageMakerFiles {
        @Option(
                names = "--sagemaker-constraints",
                required = true,
                paramLabel = "FILE",
                description = "constraints.json.")
        @SuppressWarnings("NullAway.Init")
        private Path constraints;

        @Option(names = "--sagemaker-statistics", paramLabel = "FILE", description = "statistics.json.")
        private @Nullable Path statistics;
    }

    @ArgGroup(exclusive = false)
    private @Nullable Tfdv tfdv;

    @ArgGroup(exclusive = false)
    private @Nullable SageMakerFiles sageMaker;

    @Option(names = "--great-expectations", paramLabel = "FILE", description = "A suite as JSON, of 0.x or 1.x.")
    private @Nullable Path suite;

    @Option(names = "--deequ", paramLabel = "FILE", description = "Suggested constraints, or check results, as JSON.")
    private @Nullable Path deequ;

    Path file() {
        if (tfdv != null) {
            return tfdv.schema;
        }
        if (sageMaker != null) {
            return sageMaker.constraints;
        }
        return suite != null ? suite : Objects.requireNonNull(deequ);
    }

    ImportedContract contract() throws IOException {
        if (tfdv != null) {
            return TfdvSchema.read(tfdv.schema);
        }
        if (sageMaker != null) {
            return SageMaker.constraints(sageMaker.constraints);
        }
        return suite != null ? GreatExpectations.read(suite) : Deequ.read(Objects.requireNonNull(deequ));
    }

    @Nullable
    DatasetStatistics statistics() throws IOException {
        if (tfdv != null && tfdv.statistics != null) {
            return TfdvStatistics.read(tfdv.statistics).byCount();
        }
        if (sageMaker != null && sageMaker.statistics != null) {
            return SageMaker.statistics(sageMaker.statistics).byCount();
        }
        return null;
    }
}
