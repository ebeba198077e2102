package io.streamgauge.topology.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.checks.valueskew.Value;
import io.streamgauge.checks.valueskew.Value.Text;
import io.streamgauge.topology.join.SideRecord.Progress;
import io.streamgauge.topology.join.SideRecord.Row;
import io.streamgauge.topology.join.SideRecord.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PairsBatchesTest {
    private static final Side SERVING = new Side(true, 0);
    private static final int PARTITIONS = 3;

    private final List<byte[]> sent = new ArrayList<>();
    private final PairsBatches batches = new PairsBatches(SERVING, PARTITIONS, sent::add);

    private static Row row(long id, Value... values) {
        Row row = Joins.row(SERVING, id, id, values);
        return new Row(SERVING, id, id, id, id, row.values());
    }

    private Map<Integer, List<SideRecord>> byPartition() {
        Map<Integer, List<SideRecord>> all = new TreeMap<>();
        for (byte[] batch : sent) {
            Set<Integer> to = new PairsPartitioner()
                    .partitions("pairs", "m", batch, PARTITIONS)
                    .orElseThrow();
            assertThat(to).hasSize(1);
            SideRecordFormat.read(
                    batch,
                    record -> all.computeIfAbsent(to.iterator().next(), partition -> new ArrayList<>())
                            .add(record));
        }
        return all;
    }

    @Test
    void rowsGoWhereTheirIdentifierBelongsAndProgressEverywhereBehindThem() {
        var early = new Progress(SERVING, false, 3);
        var late = new Progress(SERVING, false, 7);
        batches.add(row(1, new Text("a")));
        batches.add(early);
        batches.add(row(4, new Text("b")));
        batches.add(row(3, new Text("c")));
        batches.add(late);
        batches.flush();

        Map<Integer, List<SideRecord>> all = byPartition();

        assertThat(sent).hasSize(PARTITIONS);
        assertThat(all.get(0)).hasSize(2).last().isEqualTo(late);
        assertThat(all.get(1))
                .hasSize(3)
                .extracting(record -> record instanceof Row row ? row.high() : -1L)
                .containsExactly(1L, 4L, -1L);
        assertThat(all.get(2)).containsExactly(late);
    }

    @Test
    void nothingToTellIsNotSent() {
        batches.flush();
        batches.add(row(2, new Text("a")));
        batches.flush();
        batches.flush();

        assertThat(sent).hasSize(1);
    }

    @Test
    void noBatchIsLargerThanABrokerTakes() {
        Value[] values = new Value[20];
        Arrays.fill(values, new Text("x".repeat(500)));
        for (int i = 0; i < 300; i++) {
            batches.add(row(3 * i, values));
        }
        batches.flush();

        assertThat(sent).hasSizeGreaterThan(10).allMatch(batch -> batch.length < 300_000);
        assertThat(byPartition().get(0)).hasSize(300);
    }
}
