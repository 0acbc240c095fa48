package org.stackparity.environment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The text of a file of the pair: UTF-8, without a byte order mark. */
final class FileText {
    static final int LARGEST = 1 << 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private FileText() {}

    /** The file's text; empty, with a fault, if it cannot be read, is too large or is not UTF-8. */
    static Optional<String> read(PairFile file, Faults faults) {
        if (!Files.isRegularFile(file.path())) {
            faults.add(file, "this is not a file; expected YAML.");
            return Optional.empty();
        }
        try {
            byte[] bytes = readAtMost(file.path(), LARGEST);
            if (bytes.length > LARGEST) {
                faults.add(file, "the file is larger than 1 MiB; expected a file that people can read.");
                return Optional.empty();
            }
            return decode(file, bytes, faults);
        } catch (IOException exception) {
            faults.add(
                    file,
                    "the file cannot be read (" + exception.getClass().getSimpleName()
                            + "); expected a file that this user may read.");
            return Optional.empty();
        }
    }

    /** The bytes of a file, one more than the limit at most, so that a larger one shows. */
    static byte[] readAtMost(Path file, int limit) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(limit + 1);
        }
    }

    private static Optional<String> decode(PairFile file, byte[] bytes, Faults faults) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            int line = 1
                    + (int) text.chars().filter(character -> character == '\n').count();
            faults.add(
                    file,
                    line,
                    "the byte 0x%02X is not UTF-8; save the file as UTF-8.".formatted(in.get(in.position())));
            return Optional.empty();
        }
        return Optional.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }
}
