package org.stackparity.suite.client.host;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.stackparity.suite.junit.NotObservedException;

/** Reads what a host prints, up to {@link Shell#MOST_BYTES}. */
final class BoundedText {
    private BoundedText() {}

    /**
     * Reads to the end of the stream.
     *
     * @param name of the host, for the message
     * @throws NotObservedException if there is more
     */
    static String read(InputStream stream, String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
            bytes.write(buffer, 0, count);
            if (bytes.size() > Shell.MOST_BYTES) {
                throw new NotObservedException(
                        "The host " + name + " printed more than [" + Shell.MOST_BYTES + "] bytes; the rest was left.");
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
