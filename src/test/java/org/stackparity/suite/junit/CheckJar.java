package org.stackparity.suite.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/** Compiles a team's own check and puts it into a jar. */
final class CheckJar {
    private CheckJar() {}

    /** The jar with the class of that name and those nested in it, and no other, not even those that its source declares beside it. */
    static Path of(Path scratch, String name, String source) throws IOException {
        Path file = Files.writeString(scratch.resolve(name + ".java"), source);
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-parameters",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        scratch.toString(),
                        file.toString());
        assertThat(failed).as("errors of the compiler").isZero();
        Path jar = scratch.resolve(name + ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            try (DirectoryStream<Path> classes = Files.newDirectoryStream(scratch, name + "{,$*}.class")) {
                for (Path one : classes) {
                    entries.putNextEntry(new JarEntry(one.getFileName().toString()));
                    entries.write(Files.readAllBytes(one));
                    entries.closeEntry();
                }
            }
        }
        return jar;
    }
}
