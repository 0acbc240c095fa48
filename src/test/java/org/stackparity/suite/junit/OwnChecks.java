package org.stackparity.suite.junit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.stackparity.environment.ConfigurationException;

/**
 * Finds the suites in the jars that a team brings. Nothing that may be a check is left out without a word: a check that
 * is not asked cannot fail.
 */
final class OwnChecks {
    private static final List<Class<?>> MARKS = List.of(ParitySuite.class, PairedProbe.class);
    /** How a class file names the annotation that makes a method a check. */
    private static final String CHECK = ParityCheck.class.descriptorString();

    private final ClassLoader loader;
    private final Set<Class<?>> suites = new LinkedHashSet<>();
    private final List<String> faults = new ArrayList<>();

    private OwnChecks(ClassLoader loader) {
        this.loader = loader;
    }

    /**
     * The suites in order of jars and entries.
     *
     * @throws ConfigurationException if a jar cannot be read or has no suite, or a class that is marked as a suite cannot
     *     be loaded or has no check; says all of them at once
     */
    static Set<Class<?>> suites(List<Path> jars, ClassLoader loader) {
        OwnChecks checks = new OwnChecks(loader);
        jars.forEach(checks::read);
        if (!checks.faults.isEmpty()) {
            throw new ConfigurationException(checks.faults);
        }
        return checks.suites;
    }

    static boolean isSuite(Class<?> type) {
        return type.isAnnotationPresent(ParitySuite.class) || type.isAnnotationPresent(PairedProbe.class);
    }

    private void read(Path path) {
        int suitesBefore = suites.size();
        int faultsBefore = faults.size();
        try (JarFile jar = new JarFile(path.toFile())) {
            for (JarEntry entry : jar.stream().filter(OwnChecks::isClass).toList()) {
                try (InputStream bytes = jar.getInputStream(entry)) {
                    String text = new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
                    load(path, entry.getName().replaceFirst("\\.class$", "").replace('/', '.'), text);
                }
            }
        } catch (IOException e) {
            faults.add(path + ": cannot be read as a jar [" + e.getMessage()
                    + "]; build it again, or take it out of the" + " folder.");
        }
        if (suites.size() == suitesBefore && faults.size() == faultsBefore) {
            faults.add(
                    path + ": has no class with [@ParitySuite]; expected one at least. A library belongs into the jar"
                            + " of the checks that use it.");
        }
    }

    private static boolean isClass(JarEntry entry) {
        String name = entry.getName();
        return name.endsWith(".class")
                && !name.startsWith("META-INF/")
                && !name.endsWith("module-info.class")
                && !name.endsWith("package-info.class");
    }

    /** A library within a jar has classes that load only beside others; what may be a suite has to load. */
    private void load(Path jar, String name, String bytes) {
        try {
            Class<?> type = Class.forName(name, false, loader);
            if (!isSuite(type)) {
                if (bytes.contains(CHECK) && !CheckMethods.of(type).isEmpty()) {
                    faults.add(jar + ": the class [" + name + "] has checks and is no suite; expected @ParitySuite or"
                            + " @PairedProbe on the class that declares them.");
                }
                return;
            }
            requireMembers(type);
            if (CheckMethods.of(type).isEmpty()) {
                faults.add(
                        jar + ": the suite [" + name + "] has no method with [@ParityCheck]; expected one at least.");
                return;
            }
            suites.add(type);
        } catch (NoClassDefFoundError | ClassNotFoundException | TypeNotPresentException e) {
            if (isMarked(bytes)) {
                faults.add(jar + ": the suite [" + name + "] cannot be loaded, since [" + missing(e)
                        + "] is missing; put it into this jar.");
            }
        } catch (LinkageError e) {
            faults.add(jar + ": the class [" + name + "] cannot be loaded [" + e.getMessage()
                    + "], and might be a suite; build the jar again, for Java "
                    + Runtime.version().feature()
                    + " or earlier.");
        }
    }

    /** JUnit looks at all members; where the type of one is missing, it would leave the class out without a word. */
    private static void requireMembers(Class<?> type) {
        Objects.requireNonNull(type.getDeclaredFields());
        Objects.requireNonNull(type.getDeclaredConstructors());
        Objects.requireNonNull(type.getDeclaredMethods());
    }

    /** Whether the class file names one of the annotations; they are not inherited, so that no other can be a suite. */
    private static boolean isMarked(String bytes) {
        return MARKS.stream().anyMatch(mark -> bytes.contains(mark.getName().replace('.', '/')));
    }

    private static String missing(Throwable error) {
        return String.valueOf(error.getMessage()).replace('/', '.');
    }
}
