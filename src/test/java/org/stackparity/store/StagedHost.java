package org.stackparity.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.stackparity.store.host.HostKind;
import org.stackparity.store.host.ResourceTree;
import org.stackparity.store.host.Settings;

/** A host before its process starts: its folder is there, and a defect may still change it. */
public final class StagedHost {
    private static final Set<String> KEYS = Set.of("ssh_host_key", "authorized_keys");

    private final String name;
    private final HostKind kind;
    private final Path home;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<Path> firstOnClassPath = new ArrayList<>();

    private StagedHost(String name, HostKind kind, Path home) {
        this.name = name;
        this.kind = kind;
        this.home = home;
    }

    /** Lays out the folder of a host from the files that every host of its kind has. */
    static StagedHost create(String name, HostKind kind, Path home) throws IOException {
        ResourceTree.copy("/store/" + kind.word(), home);
        for (String folder : List.of("etc", "log", "run")) {
            Files.createDirectories(home.resolve(folder));
        }
        Files.writeString(home.resolve("etc/hostname"), name + "\n");
        StagedHost host = new StagedHost(name, kind, home);
        host.environment.put("HOME", home.toString());
        host.environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        host.environment.put("TZ", "UTC");
        host.environment.put("LANG", "C.UTF-8");
        return host;
    }

    public String name() {
        return name;
    }

    public HostKind kind() {
        return kind;
    }

    public Path home() {
        return home;
    }

    /** A file of the host by its path below the home folder; it need not exist. */
    public Path file(String path) {
        return home.resolve(path);
    }

    /** The whole environment of the host's process; may be changed. */
    public Map<String, String> environment() {
        return environment;
    }

    /** Libraries that the process finds before all others, in this order; may be changed. */
    public List<Path> firstOnClassPath() {
        return firstOnClassPath;
    }

    public Settings settings(String path) throws IOException {
        return Settings.read(file(path));
    }

    public void edit(String path, UnaryOperator<Settings> change) throws IOException {
        change.apply(settings(path)).write(file(path));
    }

    public void set(String path, String key, String value) throws IOException {
        edit(path, settings -> settings.with(key, value));
    }

    /**
     * Replaces a text in a file.
     *
     * @throws IllegalStateException if the file does not have it, so that a defect never fails to be there in silence
     */
    public void replace(String path, String text, String by) throws IOException {
        String before = Files.readString(file(path));
        if (!before.contains(text)) {
            throw new IllegalStateException(file(path) + " does not hold [" + text + "]");
        }
        Files.writeString(file(path), before.replace(text, by));
    }

    public void delete(String path) throws IOException {
        Files.delete(file(path));
    }

    /**
     * Everything that makes this host differ from another of its kind: its files, but for its keys, which are made anew each
     * time, its environment and its class path.
     */
    String describe() throws IOException {
        StringBuilder description = new StringBuilder(name).append('\n');
        firstOnClassPath.forEach(
                library -> description.append(home.relativize(library)).append('\n'));
        new TreeMap<>(environment).forEach((variable, value) -> {
            if (!variable.equals("HOME")) {
                description.append(variable).append('=').append(value).append('\n');
            }
        });
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (!KEYS.contains(file.getFileName().toString())) {
                    description
                            .append(home.relativize(file))
                            .append(' ')
                            .append(UUID.nameUUIDFromBytes(Files.readAllBytes(file)))
                            .append('\n');
                }
            }
        }
        return description.toString();
    }
}
