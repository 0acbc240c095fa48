package org.stackparity.suite.client.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;

/** Writes a script as calls of the functions in {@code host-facts.sh}, each framed by a random word. */
final class ScriptWriter {
    private static final String FUNCTIONS = resource("host-facts.sh");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MARK_BYTES = 12;

    private final String mark;
    private final StringBuilder calls = new StringBuilder();
    private final Set<String> files = new LinkedHashSet<>();

    ScriptWriter() {
        byte[] bytes = new byte[MARK_BYTES];
        RANDOM.nextBytes(bytes);
        mark = "parity-" + HexFormat.of().formatHex(bytes);
    }

    void fact(String key, String call) {
        calls.append("fact ").append(key).append(' ').append(call).append('\n');
    }

    void file(String path) {
        if (files.add(path)) {
            fact(HostScript.key("file", path), "file " + Quoted.word(path));
        }
    }

    /** One function, so that the shell has read everything before it begins and no command reads the script. */
    String text() {
        return FUNCTIONS + "mark=" + mark + "\nall() {\n" + calls + "}\nall </dev/null\n";
    }

    /** The random word that frames the answers. */
    String mark() {
        return mark;
    }

    /** The text of a script that comes with the suite. */
    static String resource(String name) {
        try (InputStream stream = ScriptWriter.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The script [" + name + "] is missing from the suite's jar.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
