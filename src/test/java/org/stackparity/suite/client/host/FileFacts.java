package org.stackparity.suite.client.host;

import java.time.Instant;
import org.stackparity.suite.junit.NotObservedException;

/**
 * A file that is there.
 *
 * @param changed truncated to seconds
 * @param digest SHA-256, hexadecimal
 */
public record FileFacts(long sizeBytes, Instant changed, String digest) {

    static FileFacts parse(String host, String path, String text) {
        long size = -1;
        Instant changed = Instant.EPOCH;
        String digest = "";
        for (String line : text.split("\n")) {
            if (line.matches("size \\d{1,18}")) {
                size = Long.parseLong(line.substring("size ".length()));
            } else if (line.matches("changed \\d{1,11}")) {
                changed = Instant.ofEpochSecond(Long.parseLong(line.substring("changed ".length())));
            } else if (line.matches("sha256 [0-9a-f]{64}")) {
                digest = line.substring("sha256 ".length());
            }
        }
        if (size < 0 || changed.equals(Instant.EPOCH) || digest.isEmpty()) {
            throw new NotObservedException("The host " + host + " did not tell size, time and SHA-256 of [" + path
                    + "]; it said [" + text.strip() + "].");
        }
        return new FileFacts(size, changed, digest);
    }
}
