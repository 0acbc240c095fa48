package org.stackparity.lab;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.stackparity.store.ShopHost;
import org.stackparity.store.host.HostKind;

/**
 * A host of the lab that drift can be seeded into: everything that is changed here is taken back by {@link Failover#revert}.
 * Paths are below {@code /srv/shop} where they do not begin with a slash.
 */
public final class LabHost implements ShopHost {
    private static final String HOME = "/srv/shop/";
    private static final String BACKUPS = "/var/lib/lab/";
    private static final int LIMIT_SECONDS = 40;
    private static final AtomicInteger BACKUP = new AtomicInteger();

    private final RunningHost running;
    private final Journal journal;
    private final Set<String> toRestart = new LinkedHashSet<>();

    LabHost(RunningHost running, Journal journal) {
        this.running = running;
        this.journal = journal;
    }

    @Override
    public String name() {
        return running.name();
    }

    @Override
    public HostKind kind() {
        return name().startsWith("web") ? HostKind.WEB : HostKind.JOBS;
    }

    @Override
    public boolean exists(String path) {
        return running.succeeds("test -e " + quoted(path));
    }

    @Override
    public byte[] read(String path) {
        return running.read(absolute(path));
    }

    @Override
    public void write(String path, byte[] content) {
        keep(path);
        running.run("mkdir -p \"$(dirname " + quoted(path) + ")\"");
        running.write(absolute(path), content);
    }

    @Override
    public void delete(String path) {
        keep(path);
        running.run("rm " + quoted(path));
    }

    @Override
    public Instant changedAt(String path) {
        return Instant.ofEpochSecond(
                Long.parseLong(running.run("stat -c %Y " + quoted(path)).strip()));
    }

    @Override
    public void setChangedAt(String path, Instant time) {
        keep(path);
        running.run("touch -d @" + time.getEpochSecond() + " " + quoted(path));
    }

    /**
     * Runs a shell command as root.
     *
     * @param undo the command that takes it back
     * @return what it printed
     * @throws LabException if it ends with another status than 0
     */
    public String run(String command, String undo) {
        journal.note(running + ": " + command, () -> running.run(undo));
        return running.run(command);
    }

    /** Keeps a file as it is now, so that a command may change it. */
    public void keep(String path) {
        String backup = BACKUPS + BACKUP.incrementAndGet();
        journal.note(running + ": " + path, () -> {
            running.run("if [ -e " + backup + " ]; then cp -a " + backup + " " + quoted(path) + "; else rm -rf "
                    + quoted(path) + "; fi");
            changed(path);
        });
        running.run("mkdir -p " + BACKUPS + "; if [ -e " + quoted(path) + " ]; then cp -a " + quoted(path) + " "
                + backup + "; fi");
        changed(path);
    }

    /** Starts a service anew now, and once more when everything is taken back. */
    public void restart(String service) {
        journal.note(running + ": restart " + service, () -> toRestart.add(service));
        restartNow(service);
    }

    /** Starts anew what has read files that were changed since. */
    void settle() {
        toRestart.forEach(this::restartNow);
        toRestart.clear();
    }

    RunningHost running() {
        return running;
    }

    /** The service reads its files when it begins. */
    private void changed(String path) {
        String file = absolute(path);
        List<String> services = HostPlan.find(name()).services();
        if (file.startsWith("/etc/lab/") || file.startsWith("/etc/postgresql/") || path.equals(ENVIRONMENT)) {
            toRestart.addAll(services);
        } else if (name().startsWith("web") && file.startsWith(HOME)) {
            toRestart.addAll(services);
        }
    }

    private void restartNow(String service) {
        running.run("sv -w 20 restart " + service);
    }

    /** Waits until the services answer, be it with errors, as a drift may want it. */
    void awaitAnswer() {
        await(HostPlan.find(name()).answers());
    }

    /**
     * Waits until the services are healthy.
     *
     * @throws LabException if they are not after a while
     */
    void awaitHealth() {
        await(HostPlan.find(name()).health());
    }

    private void await(String command) {
        running.run("end=$(( $(date +%s) + " + LIMIT_SECONDS + " )); until " + command
                + "; do [ \"$(date +%s)\" -lt \"$end\" ] || { echo 'not so after " + LIMIT_SECONDS
                + " s'; exit 1; }; sleep 0.2; done");
    }

    private static String absolute(String path) {
        return path.startsWith("/") ? path : HOME + path;
    }

    private static String quoted(String path) {
        return "'" + absolute(path) + "'";
    }
}
