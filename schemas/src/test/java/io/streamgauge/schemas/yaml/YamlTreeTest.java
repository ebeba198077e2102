package io.streamgauge.schemas.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class YamlTreeTest {
    private final List<Problem> problems = new ArrayList<>();

    @Test
    void everyKeyKeepsItsPlace() {
        Node.Mapping root = YamlTree.parse("a: 1\nb:\n  c: [ x ]\n", problems);

        assertThat(problems).isEmpty();
        assertThat(root.entries().get("b").place()).isEqualTo(new Place(2, 1));
        var b = (Node.Mapping) root.entries().get("b").value();
        assertThat(b.entries().get("c").value().place()).isEqualTo(new Place(3, 6));
    }

    @Test
    void scalarsStayText() {
        Node.Mapping root = YamlTree.parse("a: yes\nb: 010\nc: 1_0\nd: 2024-01-01\n", problems);

        assertThat(root.entries().values())
                .extracting(entry -> ((Node.Scalar) entry.value()).text())
                .containsExactly("yes", "010", "1_0", "2024-01-01");
    }

    @Test
    void aliasStandsForItsAnchor() {
        Node.Mapping root = YamlTree.parse("a: &x { b: 1 }\nc: *x\n", problems);

        assertThat(problems).isEmpty();
        assertThat(root.entries().get("c").value())
                .isEqualTo(root.entries().get("a").value());
    }

    @Test
    void aliasOfItselfIsAProblem() {
        YamlTree.parse("a: &x [ *x ]\n", problems);

        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("contains itself"));
    }

    @Test
    @Timeout(30)
    void aliasesOfAliasesDoNotMultiply() {
        var bomb = new StringBuilder("a0: &a0 [ x, x, x, x, x ]\n");
        for (int i = 1; i <= 15; i++) {
            bomb.append(
                    "a%d: &a%d [ *a%d, *a%d, *a%d, *a%d, *a%d ]%n".formatted(i, i, i - 1, i - 1, i - 1, i - 1, i - 1));
        }

        YamlTree.parse(bomb.toString(), problems);

        assertThat(problems).hasSizeLessThan(2);
    }

    @Test
    @Timeout(30)
    void deepNestingAndLongTextsAreProblems() {
        YamlTree.parse("[".repeat(10_000), problems);
        YamlTree.parse(("# " + "x".repeat(61) + "\n").repeat(1 << 15), problems);

        assertThat(problems).hasSize(2);
    }

    @Test
    void secondDocumentIsAProblem() {
        YamlTree.parse("a: 1\n---\nb: 1\n", problems);

        assertThat(problems).hasSize(1);
    }
}
