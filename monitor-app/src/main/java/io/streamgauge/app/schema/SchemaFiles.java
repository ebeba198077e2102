package io.streamgauge.app.schema;

import io.streamgauge.app.files.BrokenFileException;
import io.streamgauge.schemas.baseline.BaselineFile;
import io.streamgauge.schemas.contract.Contradiction;
import io.streamgauge.schemas.contract.Contradictions;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.form.SchemaForm;
import io.streamgauge.schemas.importer.tfdv.TfdvSchema;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which contract is in a file? Our YAML, baselines and TFDV's messages are told apart by their content. */
public final class SchemaFiles {
    private static final Pattern OURS = Pattern.compile(
            "^(version|environments|dataset|enums|features|predicates|sparse-features) *:", Pattern.MULTILINE);

    private SchemaFiles() {}

    /**
     * The contract in a file, sound as far as its form asks for that: ours is refused with everything that is wrong; of a
     * contract of TFDV, what upstream reports while it validates stays in.
     *
     * @throws io.streamgauge.schemas.yaml.InvalidConfigException with all that is wrong
     * @throws IOException with one line, if the file is neither
     */
    public static DataContract read(Path file) throws IOException {
        DataContract contract = readAsItIs(file);
        // Our own form is sound once it is read.
        List<Contradiction> silent = Contradictions.in(contract).stream()
                .filter(contradiction -> contradiction.type() == null)
                .toList();
        SchemaForm.refuse(silent, file.toString());
        return contract;
    }

    /** As {@link #read}, but a contract of TFDV may contradict itself. */
    public static DataContract readAsItIs(Path file) throws IOException {
        if (BaselineFile.recognises(file)) {
            return BaselineFile.read(file)
                    .contract()
                    .orElseThrow(() -> new BrokenFileException(file.toString(), "the baseline has no schema"));
        }
        String text = ours(file);
        return text == null ? TfdvSchema.read(file).contract() : SchemaForm.read(text, file.toString());
    }

    private static @Nullable String ours(Path file) throws IOException {
        String name = file.toString().toLowerCase(Locale.ROOT);
        boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
        if (!Files.isRegularFile(file)) {
            throw new BrokenFileException(file.toString(), "no such file");
        }
        try {
            String text = Files.readString(file);
            return yaml || OURS.matcher(text).find() ? text : null;
        } catch (CharacterCodingException e) {
            if (yaml) {
                throw new BrokenFileException(file.toString(), "cannot be read as UTF-8 text", e);
            }
            return null;
        }
    }
}
