package io.streamgauge.schemas.importer.proto;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The message types of one definition. A line without indent starts a message or a choice, an indented line is a field:
 *
 * <pre>
 * choice Colour RED=1 GREEN=2
 * Pixel
 *   1 colour Colour
 *   2 comment string*            repeated
 *   3 x int oneof place          at most one of the group
 * </pre>
 */
public final class MessageTypes {
    private static final String CHOICE = "choice ";

    private final Map<String, MessageType> messages = new HashMap<>();
    private final Map<String, FieldKind.Choice> choices = new HashMap<>();

    private MessageTypes() {}

    /**
     * Reads a definition.
     *
     * @throws IllegalArgumentException if a line is not understood
     */
    public static MessageTypes of(String definition) {
        MessageTypes types = new MessageTypes();
        List<String> lines = definition.lines().filter(line -> !line.isBlank()).toList();
        lines.stream().filter(line -> line.startsWith(CHOICE)).forEach(types::addChoice);
        int at = 0;
        while (at < lines.size()) {
            int end = at + 1;
            while (end < lines.size() && lines.get(end).startsWith(" ")) {
                end++;
            }
            if (!lines.get(at).startsWith(CHOICE)) {
                types.addMessage(lines.get(at).strip(), lines.subList(at + 1, end));
            }
            at = end;
        }
        return types;
    }

    /**
     * The type of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public MessageType message(String name) {
        MessageType type = find(name);
        if (type == null) {
            throw new IllegalArgumentException("no message '%s' is defined".formatted(name));
        }
        return type;
    }

    @Nullable
    MessageType find(String name) {
        return messages.get(name);
    }

    private void addChoice(String line) {
        String[] words = line.split(" ", -1);
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (int i = 2; i < words.length; i++) {
            String[] parts = words[i].split("=", -1);
            numbers.put(parts[0], Integer.valueOf(parts[1]));
        }
        choices.put(words[1], new FieldKind.Choice(words[1], numbers));
    }

    private void addMessage(String name, List<String> lines) {
        Map<String, Field> byName = new LinkedHashMap<>();
        Map<Integer, Field> byNumber = new HashMap<>();
        for (String line : lines) {
            Field field = field(line.strip().split(" +", -1));
            byName.put(field.name(), field);
            byNumber.put(field.number(), field);
        }
        messages.put(name, new MessageType(name, this, byName, byNumber));
    }

    private Field field(String[] words) {
        boolean repeated = words[2].endsWith("*");
        String kind = repeated ? words[2].substring(0, words[2].length() - 1) : words[2];
        String oneOf = words.length == 5 ? words[4] : null;
        return new Field(Integer.parseInt(words[0]), words[1], kind(kind), repeated, oneOf);
    }

    private FieldKind kind(String word) {
        for (FieldKind.Scalar scalar : FieldKind.Scalar.values()) {
            if (scalar.name().toLowerCase(Locale.ROOT).equals(word)) {
                return scalar;
            }
        }
        FieldKind.Choice choice = choices.get(word);
        return choice == null ? new FieldKind.Nested(word) : choice;
    }
}
