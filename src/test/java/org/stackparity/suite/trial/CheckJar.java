package org.stackparity.suite.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A jar with checks of a team's own, compiled from source as the team would. */
public final class CheckJar {
    private static final Pattern SNIPPET = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    private CheckJar() {}

    /** The check that the README shows. */
    public static Path ofReadme(Path jar) throws IOException {
        Matcher snippet = SNIPPET.matcher(Files.readString(Path.of("README.md")));
        assertThat(snippet.find()).as("a check in the README").isTrue();
        return of(jar, Map.of("ImprintParity", snippet.group(1)), Set.of());
    }

    /**
     * Compiles classes and puts them into a jar.
     *
     * @param sources by simple name, all in the unnamed package
     * @param forgotten which of them are left out of the jar
     */
    public static Path of(Path jar, Map<String, String> sources, Set<String> forgotten) throws IOException {
        Path folder = Files.createTempDirectory(jar.toAbsolutePath().getParent(), "checks");
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none", "-parameters", "-cp", System.getProperty("java.class.path"), "-d", folder.toString()));
        for (Map.Entry<String, String> source : new TreeMap<>(sources).entrySet()) {
            arguments.add(Files.writeString(folder.resolve(source.getKey() + ".java"), source.getValue())
                    .toString());
        }
        int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(failed).as("errors of the compiler").isZero();
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file);
                Stream<Path> files = Files.list(folder)) {
            for (Path compiled : files.sorted().toList()) {
                String name = compiled.getFileName().toString();
                if (name.endsWith(".class") && !forgotten.contains(name.replace(".class", ""))) {
                    entries.putNextEntry(new JarEntry(name));
                    entries.write(Files.readAllBytes(compiled));
                    entries.closeEntry();
                }
            }
        }
        return jar;
    }
}
