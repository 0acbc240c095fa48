package org.stackparity.store.host;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/** Makes jars with the tool of this Java. */
public final class Jar {
    private Jar() {}

    /**
     * Makes a jar of a folder of classes.
     *
     * @param options of the tool, like {@code --no-compress}
     * @throws IOException if the tool is missing or fails, with what it said
     */
    public static void create(Path jar, Path classes, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--create"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("--file", jar.toString(), "-C", classes.toString(), "."));
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        ToolProvider tool = ToolProvider.findFirst("jar")
                .orElseThrow(() -> new IOException("this Java has no tool [jar]; install a JDK, not a JRE"));
        if (tool.run(out, out, arguments.toArray(String[]::new)) != 0) {
            throw new IOException("jar " + String.join(" ", arguments) + " failed: " + said);
        }
    }
}
