package org.stackparity.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stackparity.store.host.Folders;

/**
 * Both sites of the reference store, running on this machine. Nothing lies outside its work folder, and every process is gone
 * when it is closed or when this process ends, however it ends.
 */
public final class ReferencePair implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReferencePair.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final Path work;
    private final Map<Site, List<HostProcess>> processes = new EnumMap<>(Site.class);
    private final SshKeys keys;
    private final SharedClasses classes;
    private final Thread hook = new Thread(this::stopAll, "reference-pair-stop");

    private int restarts;

    private ReferencePair(Path work) throws IOException {
        this.work = work;
        this.keys = SshKeys.create(work);
        this.classes = SharedClasses.of(work.resolve("classes"));
    }

    /**
     * Starts a healthy primary, and a failover with the given defects, and waits until both answer.
     *
     * @param work takes the folders of all hosts; what an earlier run left there is removed
     * @throws IllegalStateException if an address is busy, or a host does not come up in time; nothing is left running then
     */
    public static ReferencePair start(Path work, Set<Defect> onFailover) throws IOException {
        return start(work, Set.of(), onFailover);
    }

    /** Starts both sites with defects on each. */
    public static ReferencePair start(Path work, Set<Defect> onPrimary, Set<Defect> onFailover) throws IOException {
        FreeAddresses.require(Stream.of(Site.values())
                .flatMap(site -> site.addresses().stream())
                .toList());
        Path folder = work.toAbsolutePath().normalize();
        ReferencePair pair = new ReferencePair(folder);
        Map<Site, StagedSite> staged = new EnumMap<>(Site.class);
        staged.put(Site.DALLAS, pair.stage(Site.DALLAS, folder, onPrimary));
        staged.put(Site.ARIZONA, pair.stage(Site.ARIZONA, folder, onFailover));
        Runtime.getRuntime().addShutdownHook(pair.hook);
        try {
            pair.run(staged, host -> true);
            return pair;
        } catch (IOException | RuntimeException e) {
            pair.close();
            throw e;
        }
    }

    /**
     * Gives the failover other defects, while the primary goes on: hosts that differ from what they were are stopped and
     * started anew, and all of them where the services do, since they keep what the others know.
     */
    public void restartFailover(Set<Defect> defects) throws IOException {
        restarts++;
        StagedSite next = stage(Site.ARIZONA, work.resolve("restart-" + restarts), defects);
        Map<String, HostProcess> running = new TreeMap<>();
        processes
                .getOrDefault(Site.ARIZONA, List.of())
                .forEach(process -> running.put(process.host().name(), process));
        Set<String> same = new TreeSet<>();
        for (StagedHost host : next.hosts()) {
            HostProcess process = running.get(host.name());
            if (process != null && process.isAlive() && process.description().equals(host.describe())) {
                same.add(host.name());
            }
        }
        if (!same.contains("services")) {
            same.clear();
        }
        stop(Site.ARIZONA, process -> !same.contains(process.host().name()));
        run(Map.of(Site.ARIZONA, next), host -> !same.contains(host.name()));
    }

    /** The folder of a host, which plays its file system. */
    public Path home(Site site, String host) {
        return processes.getOrDefault(site, List.of()).stream()
                .map(HostProcess::host)
                .filter(one -> one.name().equals(host))
                .findFirst()
                .map(StagedHost::home)
                .orElseThrow(() -> new IllegalArgumentException(site.word() + " has no host [" + host + "] that runs"));
    }

    /** The client's private key for the SSH daemons of all hosts. */
    public Path sshKey() {
        return work.resolve("ssh/id");
    }

    /** The keys of all hosts, as SSH clients read them. */
    public Path knownHosts() {
        return work.resolve("ssh/known_hosts");
    }

    @Override
    public void close() {
        stopAll();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.debug("this process is ending already, and the hook stops the hosts as well", e);
        }
    }

    private StagedSite stage(Site site, Path folder, Set<Defect> defects) throws IOException {
        Folders.delete(folder.resolve(site.word()));
        StagedSite staged = StagedSite.create(site, folder, keys);
        for (Defect defect : defects) {
            defect.apply(staged);
        }
        return staged;
    }

    private void run(Map<Site, StagedSite> staged, Predicate<StagedHost> isStarted) throws IOException {
        Optional<StagedHost> writer = writer(staged);
        List<HostProcess> started = new ArrayList<>();
        for (Map.Entry<Site, StagedSite> site : staged.entrySet()) {
            List<HostProcess> ofSite = processes.computeIfAbsent(site.getKey(), any -> new CopyOnWriteArrayList<>());
            for (StagedHost host :
                    site.getValue().hosts().stream().filter(isStarted).toList()) {
                HostProcess process = HostProcess.start(
                        host, classes, writer.filter(host::equals).isPresent());
                ofSite.add(process);
                started.add(process);
            }
        }
        HealthWait wait = new HealthWait(START_LIMIT, started);
        for (Site site : staged.keySet()) {
            wait.until(site.word() + " web1", site.web(1), "/health/ready");
            wait.until(site.word() + " web2", site.web(2), "/health/ready");
            wait.until(site.word() + " jobs1", site.jobs(), "/health");
            wait.until(site.word() + " balancer", site.balancer(), "/health/ready");
        }
    }

    /** The web host that writes the archive of shared classes where there is none; its class path is everybody's. */
    private static Optional<StagedHost> writer(Map<Site, StagedSite> staged) throws IOException {
        Optional<StagedHost> writer = Optional.empty();
        for (StagedSite site : staged.values()) {
            for (StagedHost host : site.webs()) {
                if (host.libraries().isEmpty()) {
                    writer = Optional.of(host);
                }
            }
        }
        return writer;
    }

    private void stopAll() {
        processes.values().forEach(ofSite -> ofSite.forEach(HostProcess::stop));
        processes.values().forEach(ofSite -> ofSite.forEach(HostProcess::close));
        classes.take();
    }

    private void stop(Site site, Predicate<HostProcess> isStopped) {
        List<HostProcess> stopped = processes.getOrDefault(site, List.of()).stream()
                .filter(isStopped)
                .toList();
        stopped.forEach(HostProcess::stop);
        stopped.forEach(HostProcess::close);
        classes.take();
        processes.getOrDefault(site, List.of()).removeAll(stopped);
    }
}
