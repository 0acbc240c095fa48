package org.stackparity.store.gettext;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Compiles a gettext source to the binary catalog, as msgfmt does: revision 0, little endian, no hash table.
 * Untranslated messages are left out, so that they fall back to English.
 * Layout: GNU gettext manual, section "The Format of GNU MO Files".
 */
public final class MoCompiler {
    static final int MAGIC = 0x950412de;
    private static final int HEADER_BYTES = 28;
    private static final int TABLE_ENTRY_BYTES = 8;

    private MoCompiler() {}

    /** Compiles a source to the bytes of a catalog. Same source, same bytes. */
    public static byte[] compile(PoFile source) {
        List<Compiled> messages = source.entries().stream()
                .filter(PoEntry::isTranslated)
                .map(Compiled::of)
                .sorted(Comparator.comparing(Compiled::original, Arrays::compareUnsigned))
                .toList();
        int originals = HEADER_BYTES;
        int translations = originals + messages.size() * TABLE_ENTRY_BYTES;
        int strings = translations + messages.size() * TABLE_ENTRY_BYTES;
        int size = strings + messages.stream().mapToInt(Compiled::size).sum();
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(MAGIC).putInt(0).putInt(messages.size()).putInt(originals).putInt(translations);
        out.putInt(0).putInt(strings);
        int at = strings;
        for (Compiled message : messages) {
            at = putTableEntry(out, message.original(), at);
        }
        for (Compiled message : messages) {
            at = putTableEntry(out, message.translation(), at);
        }
        messages.forEach(message -> out.put(message.original()).put((byte) 0));
        messages.forEach(message -> out.put(message.translation()).put((byte) 0));
        return out.array();
    }

    private static int putTableEntry(ByteBuffer out, byte[] text, int at) {
        out.putInt(text.length).putInt(at);
        return at + text.length + 1;
    }

    private record Compiled(byte[] original, byte[] translation) {
        static Compiled of(PoEntry entry) {
            String original = entry.hasPlural() ? entry.id() + "\0" + entry.plural() : entry.id();
            return new Compiled(
                    original.getBytes(UTF_8), String.join("\0", entry.forms()).getBytes(UTF_8));
        }

        int size() {
            return original.length + translation.length + 2;
        }
    }
}
