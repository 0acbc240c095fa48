package org.stackparity.suite.junit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.stackparity.environment.ConfigurationException;

/**
 * Finds the suites in a team's jar. A check that cannot be asked is a fault of the configuration: it would be missing
 * without a word.
 */
final class OwnChecks {
    /** How a class file names the annotation that makes a method a check. */
    private static final String MARK = ParityCheck.class.descriptorString();

    private OwnChecks() {}

    /**
     * The suites in the jar, in its order; empty for a jar that others need.
     *
     * @throws ConfigurationException if the jar cannot be read, or has a check that is in no suite or cannot be loaded
     */
    static List<Class<?>> in(Path jar, ClassLoader loader, Predicate<Class<?>> isSuite) {
        List<Class<?>> suites = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream().toList()) {
                if (entry.getName().endsWith(".class") && hasChecks(file, entry)) {
                    load(jar, name(entry), loader, isSuite, suites, faults);
                }
            }
        } catch (IOException e) {
            faults.add(jar + ": cannot be read as a jar of checks: " + e.getMessage() + ".");
        }
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
        return suites;
    }

    private static boolean hasChecks(JarFile file, JarEntry entry) throws IOException {
        try (InputStream content = file.getInputStream(entry)) {
            return new String(content.readAllBytes(), StandardCharsets.ISO_8859_1).contains(MARK);
        }
    }

    private static String name(JarEntry entry) {
        return entry.getName().replaceFirst("\\.class$", "").replace('/', '.');
    }

    private static void load(
            Path jar,
            String name,
            ClassLoader loader,
            Predicate<Class<?>> isSuite,
            List<Class<?>> suites,
            List<String> faults) {
        try {
            Class<?> type = Class.forName(name, false, loader);
            if (!CheckMethods.of(type).isEmpty() && !isSuite.test(type)) {
                faults.add(jar + ": the class [" + name + "] has checks and is no suite; expected @ParitySuite or"
                        + " @PairedProbe on the class that declares them.");
            } else if (isSuite.test(type)) {
                suites.add(type);
            }
        } catch (ClassNotFoundException | LinkageError e) {
            faults.add(jar + ": the class [" + name + "] has checks and cannot be loaded ["
                    + e.getClass().getSimpleName() + ": " + e.getMessage()
                    + "]; put what it needs into a jar beside it.");
        }
    }
}
