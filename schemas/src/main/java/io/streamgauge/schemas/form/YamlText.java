package io.streamgauge.schemas.form;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Writes a tree as YAML: what holds no further maps is on one line, all else is indented. */
final class YamlText {
    private static final int WIDTH = 120;

    private YamlText() {}

    static String of(Map<String, ? extends @Nullable Object> tree) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(FlowStyle.AUTO);
        options.setWidth(WIDTH);
        return dump(tree, options);
    }

    static String line(Map<String, ? extends @Nullable Object> tree) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(FlowStyle.FLOW);
        options.setWidth(Integer.MAX_VALUE);
        options.setSplitLines(false);
        return dump(tree, options).strip();
    }

    private static String dump(Map<String, ? extends @Nullable Object> tree, DumperOptions options) {
        options.setAllowUnicode(true);
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        options.setDereferenceAliases(true);
        var yaml = new Yaml(
                new SafeConstructor(new LoaderOptions()),
                new Lists(options),
                options,
                new LoaderOptions(),
                new Words());
        return yaml.dump(tree);
    }

    /** Lists of values are always on one line, also where some are quoted. */
    private static final class Lists extends Representer {
        private Lists(DumperOptions options) {
            super(options);
        }

        @Override
        protected Node representSequence(Tag tag, Iterable<?> sequence, FlowStyle style) {
            var node = (SequenceNode) super.representSequence(tag, sequence, style);
            if (node.getValue().stream().allMatch(ScalarNode.class::isInstance)) {
                node.setFlowStyle(FlowStyle.FLOW);
            }
            return node;
        }
    }

    /** Only true and false are booleans, so that the key {@code on} needs no quotes. */
    private static final class Words extends Resolver {
        private static final Pattern BOOLEAN = Pattern.compile("^(?:true|false)$");

        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, BOOLEAN, "tf");
            addImplicitResolver(Tag.INT, INT, "-+0123456789");
            addImplicitResolver(Tag.FLOAT, FLOAT, "-+0123456789.");
            addImplicitResolver(Tag.NULL, NULL, "~nN\0");
            addImplicitResolver(Tag.NULL, EMPTY, null);
        }
    }
}
