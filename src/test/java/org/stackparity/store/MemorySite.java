package org.stackparity.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.stackparity.store.host.HostKind;

/** A site that is files in memory and nothing else, to prove what works wherever the files of hosts are. */
final class MemorySite implements ShopSite {
    private final Site site;
    private final URI otherEntrance;
    private final Map<String, Host> hosts = new LinkedHashMap<>();

    private MemorySite(Site site, URI otherEntrance) {
        this.site = site;
        this.otherEntrance = otherEntrance;
    }

    /** Takes the files of the web nodes and the jobs hosts of a site as they are now. */
    static MemorySite copyOf(StagedSite staged, URI otherEntrance) throws IOException {
        MemorySite copy = new MemorySite(staged.site(), otherEntrance);
        for (StagedHost host : staged.hosts()) {
            if (host.kind() != HostKind.SERVICES) {
                copy.hosts.put(host.name(), Host.copyOf(host));
            }
        }
        return copy;
    }

    @Override
    public Site site() {
        return site;
    }

    @Override
    public Host host(String name) {
        return Optional.ofNullable(hosts.get(name))
                .orElseThrow(() -> new IllegalArgumentException("there is no host [" + name + "]"));
    }

    @Override
    public List<Host> webs() {
        return hosts.values().stream()
                .filter(host -> host.kind() == HostKind.WEB)
                .toList();
    }

    @Override
    public URI otherEntrance() {
        return otherEntrance;
    }

    /** What each host is, so that two of these differ where a file does; but for its keys, which are made anew each time. */
    Map<String, Map<String, String>> describe() {
        Map<String, Map<String, String>> description = new TreeMap<>();
        hosts.forEach((name, host) -> description.put(name, host.describe()));
        return description;
    }

    static final class Host implements ShopHost {
        private final String name;
        private final HostKind kind;
        private final Map<String, Stored> files = new TreeMap<>();

        private Host(String name, HostKind kind) {
            this.name = name;
            this.kind = kind;
        }

        private record Stored(byte[] content, Instant time) {}

        private static Host copyOf(StagedHost host) throws IOException {
            Host copy = new Host(host.name(), host.kind());
            try (Stream<Path> tree = Files.walk(host.home())) {
                for (Path file : tree.filter(Files::isRegularFile).toList()) {
                    String path = host.home().relativize(file).toString();
                    copy.files.put(path, new Stored(host.read(path), host.changedAt(path)));
                }
            }
            return copy;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public HostKind kind() {
            return kind;
        }

        @Override
        public boolean exists(String path) {
            return files.containsKey(path);
        }

        @Override
        public byte[] read(String path) throws IOException {
            return stored(path).content().clone();
        }

        @Override
        public void write(String path, byte[] content) {
            files.put(path, new Stored(content.clone(), Instant.now()));
        }

        @Override
        public void delete(String path) throws IOException {
            stored(path);
            files.remove(path);
        }

        @Override
        public Instant changedAt(String path) throws IOException {
            return stored(path).time();
        }

        @Override
        public void setChangedAt(String path, Instant time) throws IOException {
            files.put(path, new Stored(stored(path).content(), time));
        }

        private Stored stored(String path) throws IOException {
            return Optional.ofNullable(files.get(path)).orElseThrow(() -> new FileNotFoundException(name + ":" + path));
        }

        private Map<String, String> describe() {
            Map<String, String> description = new TreeMap<>();
            files.forEach((path, file) -> description.put(path, Integer.toHexString(Arrays.hashCode(file.content()))));
            description.keySet().removeAll(StagedHost.KEYS);
            return description;
        }
    }
}
