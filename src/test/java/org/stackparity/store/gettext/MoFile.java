package org.stackparity.store.gettext;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A compiled gettext catalog. Finds nothing for a message that is not in it; never invents an English text. */
public final class MoFile {
    private static final String PLURAL_FORMS = "Plural-Forms:";

    private final Map<String, List<String>> messages;
    private final PluralForms pluralForms;

    private MoFile(Map<String, List<String>> messages) {
        this.messages = messages;
        this.pluralForms =
                parsePluralForms(messages.getOrDefault("", List.of("")).get(0));
    }

    /**
     * Reads a catalog of either byte order.
     *
     * @throws IOException if there is no such file, or it is not a catalog
     */
    public static MoFile read(Path file) throws IOException {
        try {
            return parse(Files.readAllBytes(file));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("reading the catalog " + file + ": " + e.getMessage(), e);
        }
    }

    static MoFile parse(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int magic = in.getInt(0);
        if (magic == Integer.reverseBytes(MoCompiler.MAGIC)) {
            in.order(ByteOrder.BIG_ENDIAN);
        } else if (magic != MoCompiler.MAGIC) {
            throw new IllegalArgumentException("it starts with [0x" + Integer.toHexString(magic)
                    + "]; expected 0x950412de, the mark of a compiled catalog");
        }
        int count = in.getInt(8);
        int originals = in.getInt(12);
        int translations = in.getInt(16);
        Map<String, List<String>> messages = new HashMap<>();
        for (int i = 0; i < count; i++) {
            String id = text(in, originals + 8 * i).split("\0", 2)[0];
            messages.put(id, List.of(text(in, translations + 8 * i).split("\0", -1)));
        }
        return new MoFile(messages);
    }

    public int size() {
        return messages.size();
    }

    /** Finds the translation of a message without plural forms. */
    public Optional<String> find(String id) {
        return Optional.ofNullable(messages.get(id)).map(forms -> forms.get(0));
    }

    /** Finds the form of a message that fits {@code count}. */
    public Optional<String> findPlural(String id, long count) {
        return Optional.ofNullable(messages.get(id))
                .map(forms -> forms.get(Math.min(pluralForms.index(count), forms.size() - 1)));
    }

    private static String text(ByteBuffer in, int entry) {
        int length = in.getInt(entry);
        byte[] text = new byte[length];
        in.get(in.getInt(entry + 4), text);
        return new String(text, UTF_8);
    }

    private static PluralForms parsePluralForms(String header) {
        return header.lines()
                .filter(line -> line.startsWith(PLURAL_FORMS))
                .findFirst()
                .map(line -> PluralForms.parse(line.substring(PLURAL_FORMS.length())))
                .orElse(PluralForms.GERMANIC);
    }
}
