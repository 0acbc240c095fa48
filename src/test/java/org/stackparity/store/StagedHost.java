package org.stackparity.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.stackparity.store.host.HostKind;
import org.stackparity.store.host.ResourceTree;

/** A host before its process starts: its folder is there, and a defect may still change it. */
public final class StagedHost implements ShopHost {
    /** The keys of the SSH daemon, which every staging makes anew. */
    static final Set<String> KEYS = Set.of("etc/ssh_host_key", "etc/authorized_keys");

    /** The processors that the host's process may run on; all of them where the file is missing. */
    static final String PROCESSORS = "etc/processors";

    private final String name;
    private final HostKind kind;
    private final Path home;

    private StagedHost(String name, HostKind kind, Path home) {
        this.name = name;
        this.kind = kind;
        this.home = home;
    }

    /** Lays out the folder of a host from the files that every host of its kind has. */
    public static StagedHost create(String name, HostKind kind, Path home) throws IOException {
        ResourceTree.copy("/store/" + kind.word(), home);
        for (String folder : List.of("etc", "log", "run")) {
            Files.createDirectories(home.resolve(folder));
        }
        Files.writeString(home.resolve("etc/hostname"), name + "\n");
        return new StagedHost(name, kind, home);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
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

    @Override
    public boolean exists(String path) {
        return Files.exists(file(path));
    }

    @Override
    public byte[] read(String path) throws IOException {
        return Files.readAllBytes(file(path));
    }

    @Override
    public void write(String path, byte[] content) throws IOException {
        Files.createDirectories(file(path).getParent());
        Files.write(file(path), content);
    }

    @Override
    public void delete(String path) throws IOException {
        Files.delete(file(path));
    }

    @Override
    public Instant changedAt(String path) throws IOException {
        return Files.getLastModifiedTime(file(path)).toInstant();
    }

    @Override
    public void setChangedAt(String path, Instant time) throws IOException {
        Files.setLastModifiedTime(file(path), FileTime.from(time));
    }

    /** The whole environment of the host's process. */
    Map<String, String> environment() throws IOException {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("HOME", home.toString());
        environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        environment.putAll(settings(ENVIRONMENT).values());
        return environment;
    }

    /** The processors that the process may run on, as {@code taskset} takes them; empty where these are all. */
    Optional<String> processors() throws IOException {
        return exists(PROCESSORS) ? Optional.of(text(PROCESSORS).strip()) : Optional.empty();
    }

    /** The jars in {@code lib/}, which the process finds before all others, in the order of their names. */
    List<Path> libraries() throws IOException {
        if (!exists("lib")) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(file("lib"))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Everything that makes this host differ from another of its kind: its files, but for its keys, which are made anew each
     * time.
     */
    String describe() throws IOException {
        StringBuilder description = new StringBuilder(name).append('\n');
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (!KEYS.contains(home.relativize(file).toString())) {
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
