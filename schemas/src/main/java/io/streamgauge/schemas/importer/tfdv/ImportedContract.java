package io.streamgauge.schemas.importer.tfdv;

import io.streamgauge.schemas.contract.DataContract;
import java.util.List;

/**
 * A contract that was imported.
 *
 * @param left what the source says beyond it, one line each, with its path
 */
public record ImportedContract(DataContract contract, List<String> left) {
    public ImportedContract {
        left = List.copyOf(left);
    }
}
