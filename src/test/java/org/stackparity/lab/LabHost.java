package org.stackparity.lab;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.stackparity.store.ShopHost;
import org.stackparity.store.host.HostKind;

/**
 * A host of the lab that drift can be seeded into: everything that is changed here is taken back by {@link Failover#revert}.
 * Paths are below {@code /srv/shop} where they do not begin with a slash.
 */
public final class LabHost implements ShopHost {
    private static final String HOME = "/srv/shop/";
    private static final String BACKUPS = "/var/lib/lab/";
    private static final String WRITTEN = "/var/tmp/lab-written";
    private static final int LIMIT_SECONDS = 40;

    private final RunningHost running;
    private final Journal journal;
    private final Set<String> toRestart = new LinkedHashSet<>();
    private boolean hasOldJobs;
    private boolean isDisturbed;

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
        if (name().startsWith("web")) {
            return HostKind.WEB;
        }
        return name().equals(HostPlan.JOBS.name()) ? HostKind.JOBS : HostKind.SERVICES;
    }

    @Override
    public boolean exists(String path) {
        return running.succeeds("test -e " + quoted(path));
    }

    @Override
    public byte[] read(String path) {
        return running.read(absolute(path));
    }

    /** Writes over what is there; owner and mode stay. */
    @Override
    public void write(String path, byte[] content) {
        keep(path);
        running.write(WRITTEN, content);
        running.run("mkdir -p \"$(dirname " + quoted(path) + ")\" && cat " + WRITTEN + " >" + quoted(path));
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
        isDisturbed = true;
        return journal.change(running + ": " + command, () -> running.run(undo), () -> running.run(command));
    }

    /** Keeps a file or a folder as it is now, so that a command may change it. */
    public void keep(String path) {
        String file = quoted(path);
        String backup = BACKUPS + UUID.randomUUID();
        journal.change(
                running + ": " + path,
                () -> {
                    // a file of the engine, like /etc/hosts, is written over and never replaced
                    running.run("if [ -d " + backup + " ]; then rm -rf " + file + " && cp -a " + backup + " " + file
                            + "; elif [ -e " + backup + " ] || [ -h " + backup + " ]; then cp -a --remove-destination "
                            + backup + " " + file + " 2>/dev/null || cp -p " + backup + " " + file + "; else rm -rf "
                            + file + "; fi; rm -rf " + backup);
                    changed(path);
                },
                () -> {
                    running.run("mkdir -p " + BACKUPS + "; if [ -e " + file + " ]; then cp -a " + file + " " + backup
                            + "; fi");
                    changed(path);
                });
    }

    /** Starts a service anew now, and once more when everything is taken back. */
    public void restart(String service) {
        journal.change(running + ": restart " + service, () -> toRestart.add(service), () -> restartNow(service));
    }

    /** Starts anew what has read files that were changed since. */
    void settle() {
        toRestart.forEach(this::restartNow);
        toRestart.clear();
        if (hasOldJobs) {
            endJobs();
            hasOldJobs = false;
        }
    }

    /** Ends the jobs that run: they have the settings of when they began. Cron starts them again within a minute. */
    private void endJobs() {
        isDisturbed = true;
        running.run("pkill -u shop java; true");
    }

    /** Whether a command was run here, or jobs were ended, since this was last asked. */
    boolean wasDisturbed() {
        boolean was = isDisturbed;
        isDisturbed = false;
        return was;
    }

    RunningHost running() {
        return running;
    }

    /** The service reads its files when it begins. */
    private void changed(String path) {
        String file = absolute(path);
        hasOldJobs |= kind() == HostKind.JOBS;
        List<String> services = HostPlan.find(name()).services();
        if (file.startsWith("/etc/lab/") || file.startsWith("/etc/postgresql/") || path.equals(ENVIRONMENT)) {
            toRestart.addAll(services);
        } else if (kind() == HostKind.WEB && file.startsWith(HOME)) {
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
