package io.streamgauge.schemas.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.schemas.contract.DataContract;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MergePatchTest {
    @Property(tries = 100)
    void patchMakesTheSecondOfTheFirst(@ForAll long first, @ForAll long second) {
        DataContract before = SomeContracts.of(first);
        DataContract after = SomeContracts.of(second);
        var patch = MergePatch.between(SchemaForm.tree(before), SchemaForm.tree(after));

        DataContract patched = SchemaForm.patched(before, patch, "patched");

        assertThat(patched.features()).containsExactlyInAnyOrderElementsOf(after.features());
        assertThat(SchemaDifference.between(patched, after)).isEmpty();
    }

    @Property(tries = 20)
    void nothingIsToBePatchedInTheSame(@ForAll long seed) {
        DataContract contract = SomeContracts.of(seed);

        assertThat(MergePatch.between(SchemaForm.tree(contract), SchemaForm.tree(contract)))
                .isEmpty();
        assertThat(SchemaDifference.between(contract, contract)).isEmpty();
    }

    @Test
    void differencesHaveTheirPathAndBothSides() {
        DataContract before = SchemaForm.read("features: {a: {type: float, range: {min: 1}}, b: {type: text}}", "a");
        DataContract after = SchemaForm.read("features: {a: {type: float, range: {min: 2}}, c: {type: text}}", "b");

        assertThat(SchemaDifference.between(before, after))
                .containsExactly(
                        new SchemaDifference("features.a.range.min", 1.0, 2.0),
                        new SchemaDifference("features.b", Map.of("type", "text"), null),
                        new SchemaDifference("features.c", null, Map.of("type", "text")))
                .extracting(SchemaDifference::change)
                .containsExactly("changed", "removed", "added");
    }
}
