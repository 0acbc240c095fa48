package org.stackparity.lab;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.tls.HeldCertificate;
import org.stackparity.store.ShopSite;
import org.stackparity.store.Site;
import org.testcontainers.DockerClientFactory;

/** The failover, as drift is seeded into it. Everything that is done here is taken back by {@link #revert}. */
public final class Failover implements ShopSite {
    private static final Site SITE = Site.ARIZONA;
    /** Logs, spools and pid files change by themselves. */
    private static final String STATE = "find /srv/shop /etc/lab /etc/postgresql -type f"
            + " ! -path '*/log/*' ! -path '*/run/*' ! -path '*/spool/*' -exec sha256sum {} + 2>/dev/null;"
            + " sort /etc/hosts | sed 's/^/hosts: /'; readlink /etc/localtime; ip -o -4 address show | awk '{print $2, $4}';"
            + " for service in /etc/service/*; do sv status \"$service\" | cut -d : -f 1,2; done";

    private static final String UNCONDITIONAL = "jobs.unconditional=";
    private static final long PERIOD_MICROS = 100_000;
    static final int VALID_DAYS = 90;
    private static final long NO_LIMIT = -1;

    private final Lab lab;
    private final Path pair;
    private final Journal journal = new Journal();
    private final Map<String, LabHost> hosts = new LinkedHashMap<>();
    private final NetworkFaults network;

    /** @param pair the folder of the lab's pair */
    Failover(Lab lab, Path pair) {
        this.lab = lab;
        this.pair = pair;
        this.network = new NetworkFaults(lab, journal);
        lab.centre(SITE).running().forEach(running -> hosts.put(running.name(), new LabHost(running, journal)));
    }

    @Override
    public Site site() {
        return SITE;
    }

    @Override
    public LabHost host(String name) {
        return Optional.ofNullable(hosts.get(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        SITE.word() + " has no host [" + name + "]; expected one of " + hosts.keySet()));
    }

    @Override
    public List<LabHost> webs() {
        return List.of(host("web1"), host("web2"));
    }

    /** Where customers enter the primary, by its address in the primary's network. */
    @Override
    public URI otherEntrance() {
        return URI.create("https://" + Address.of(SITE.other(), HostPlan.EDGE.number()));
    }

    public LabHost database() {
        return host(HostPlan.DATABASE.name());
    }

    public LabHost jobs() {
        return host(HostPlan.JOBS.name());
    }

    public LabHost edge() {
        return host(HostPlan.EDGE.name());
    }

    /** The network between the hosts. */
    public NetworkFaults network() {
        return network;
    }

    /** Runs SQL in the shop's database, as superuser. */
    public void sql(String statement, String undo) {
        database().run(psql(statement), psql(undo));
    }

    /** Leaves a host so much of a processor; 0.1 is a tenth. */
    public void starve(LabHost host, double processors) {
        journal.change(
                host.running() + ": processors",
                () -> limit(host, NO_LIMIT),
                () -> limit(host, Math.round(processors * PERIOD_MICROS)));
    }

    /** Gives the balancer a new certificate of the same authority. */
    public void renewCertificate() throws IOException {
        install(Certificates.load(pair).forCustomersHost(VALID_DAYS));
    }

    /** Gives the balancer a certificate that ended yesterday. */
    public void expireCertificate() throws IOException {
        install(Certificates.load(pair).forCustomersHost(-1));
    }

    private void install(HeldCertificate certificate) throws IOException {
        edge().writeText(LabStart.CERTIFICATE, certificate.certificatePem());
        edge().writeText(LabStart.CERTIFICATE_KEY, certificate.privateKeyPkcs8Pem());
    }

    /** Writes entries into the known differences of the pair. */
    public void declare(String entries) throws IOException {
        Path file = pair.resolve("known-differences.yaml");
        String before = Files.readString(file);
        journal.change("known-differences.yaml", () -> write(file, before), () -> write(file, entries));
    }

    /** Starts anew what reads its files when it begins, and waits until all hosts answer. */
    void settle() {
        hosts.values().forEach(LabHost::settle);
        hosts.values().forEach(LabHost::awaitAnswer);
    }

    void awaitHealth() {
        hosts.values().forEach(LabHost::awaitHealth);
    }

    private static void limit(LabHost host, long quotaMicros) {
        DockerClientFactory.lazyClient()
                .updateContainerCmd(host.running().getContainerId())
                .withCpuPeriod(PERIOD_MICROS)
                .withCpuQuota(quotaMicros)
                .exec();
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new LabException("The file [" + file + "] cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * Takes back what was done and waits until all hosts are healthy.
     *
     * @throws LabException if something cannot be taken back or a host does not get healthy; the rest is done
     */
    void revert() {
        try {
            journal.undo();
        } finally {
            settle();
        }
        awaitHealth();
        // the next trial would find the jobs late that were ended here
        if (jobs().wasDisturbed() && lab.isPromoted()) {
            awaitJobs();
        }
    }

    /**
     * Waits until cron has started the jobs with the settings that they have now, so that the ledger has new runs of one that
     * comes each minute and of the one that charges each second. Needs a database that takes writes.
     */
    void awaitJobs() {
        lab.awaitJobs(SITE);
    }

    /** What the hosts are made of, a line for each file, address and service: the same before each drift. */
    List<String> state() {
        return hosts.values().stream()
                .parallel()
                .flatMap(host -> host.running().run(STATE).lines().map(line -> host.name() + " " + line))
                .sorted()
                .toList();
    }

    /**
     * Makes the database of the failover one that takes writes, and lets the jobs of the sandbox run, as a drill does; or
     * makes it follow the primary's again.
     */
    void promote(boolean isPromoted) {
        if (lab.isPromoted() == isPromoted && hasJobsOf(isPromoted)) {
            return;
        }
        RunningHost database = database().running();
        RunningHost jobs = jobs().running();
        if (!isPromoted) {
            database.run("rm -f /etc/lab/joined && sv -w 20 restart postgres");
        } else if (!lab.isPromoted()
                && !database.run("chpst -u postgres psql -Atqc 'SELECT pg_promote()'")
                        .strip()
                        .equals("t")) {
            throw new LabException("The database of " + SITE.word() + " was not promoted in time.");
        }
        jobs.run("sed -i 's/^" + UNCONDITIONAL + ".*/" + unconditional(isPromoted) + "/' /srv/shop/etc/app.properties;"
                + " pkill -u shop java; true");
        awaitHealth();
        if (isPromoted) {
            jobs.run("chpst -u shop shop-java job --register");
            awaitJobs();
        }
    }

    private boolean hasJobsOf(boolean isPromoted) {
        return jobs().running().succeeds("grep -qx '" + unconditional(isPromoted) + "' /srv/shop/etc/app.properties");
    }

    private static String unconditional(boolean isPromoted) {
        return UNCONDITIONAL + (isPromoted ? Homes.UNCONDITIONAL : "");
    }

    private static String psql(String statement) {
        return "chpst -u postgres psql -v ON_ERROR_STOP=1 -q -d shop <<'SQL'\n" + statement + "\nSQL";
    }
}
