package org.stackparity.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.dockerjava.api.model.Network.Ipam;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.tls.HeldCertificate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stackparity.store.Site;
import org.stackparity.store.SshKeys;
import org.stackparity.store.host.Endpoint;
import org.stackparity.store.host.Folders;
import org.stackparity.store.host.ResourceTree;
import org.testcontainers.containers.Network;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.utility.MountableFile;

/** Starts a lab: two healthy data centres, and the pair by which the suite reaches them. */
final class LabStart {
    private static final Logger LOG = LoggerFactory.getLogger(LabStart.class);
    static final String CERTIFICATE = "/etc/lab/tls.pem";
    static final String CERTIFICATE_KEY = "/etc/lab/tls.key";
    private static final String SHOP = "/srv/shop";
    private static final int OWNER_ONLY = 0600;
    private static final String PRIMARY_DATABASE =
            "host=" + Address.onWan(Site.DALLAS) + " user=replicator password=replica-6b0d application_name=arizona";

    private final Path work;
    private final String image;
    private final SshKeys keys;
    private final Certificates certificates;
    private final Map<Site, Network> networks = new EnumMap<>(Site.class);
    private final Network wan;

    /** @param pair the folder of the pair, which holds the keys as well */
    private LabStart(Path work, Path pair) throws IOException {
        this.work = work;
        Folders.emptied(work.resolve("homes"));
        this.image = LabImage.ready(work);
        this.keys = SshKeys.create(pair);
        this.certificates = Certificates.create(pair);
        for (Site site : Site.values()) {
            networks.put(site, network(site.word(), Address.network(site)));
        }
        this.wan = network("wan", Address.WAN);
    }

    /**
     * Starts both sites and returns when all hosts are healthy; writes the pair.
     *
     * @throws LabException if there is no engine, or a host does not come up; nothing is left then
     */
    static Lab start(Path work, Path pair, Path demo) throws IOException {
        Files.createDirectories(work);
        Files.createDirectories(pair);
        Files.deleteIfExists(pair.resolve(DetectionRun.MARKER));
        try {
            return new LabStart(work.toAbsolutePath(), pair).run(pair, demo);
        } catch (IOException | RuntimeException e) {
            Lab.remove();
            throw e;
        }
    }

    private Lab run(Path pair, Path demo) throws IOException {
        List<LabContainer> containers = new ArrayList<>();
        for (Site site : Site.values()) {
            for (HostPlan plan : HostPlan.ofEachSite()) {
                containers.add(container(site, plan));
            }
        }
        containers.add(container(Site.DALLAS, HostPlan.PROVIDER)
                .withLeg(networkOf(Site.ARIZONA), Address.of(Site.ARIZONA, HostPlan.PROVIDER.number())));
        Startables.deepStart(containers).join();
        Lab lab = Lab.find().orElseThrow(() -> new LabException("The lab ended as soon as it had started."));
        for (RunningHost host : lab.hosts().toList()) {
            keys.trust(
                    new Endpoint("127.0.0.1", host.getMappedPort(HostPlan.SSH)),
                    publicKey(host.run("cat /etc/ssh/ssh_host_ed25519_key.pub")));
        }
        lab.centre(Site.DALLAS).running(HostPlan.JOBS.name()).run("chpst -u shop shop-java job --register");
        lab.awaitJobs(Site.DALLAS); // a primary whose jobs never ran is not healthy
        LabPair.write(lab, pair, demo);
        return lab;
    }

    /** Type and key, without the comment. */
    private static String publicKey(String line) {
        String[] words = line.strip().split(" ");
        return words[0] + " " + words[1];
    }

    private LabContainer container(Site site, HostPlan plan) throws IOException {
        LabContainer container = new LabContainer(image, plan, site, networkOf(site))
                .withCopyFileToContainer(
                        MountableFile.forHostPath(new Homes(work.resolve("homes")).of(site, plan)), SHOP)
                .withCopyToContainer(
                        Transferable.of(keys.authorized(), OWNER_ONLY), "/home/parity/.ssh/authorized_keys");
        if (plan.equals(HostPlan.EDGE)) {
            HeldCertificate certificate = certificates.forCustomersHost(Failover.VALID_DAYS);
            return container
                    .withCopyToContainer(resource("nginx.conf"), "/etc/lab/nginx.conf")
                    .withCopyToContainer(Transferable.of(certificate.certificatePem()), CERTIFICATE)
                    .withCopyToContainer(
                            Transferable.of(certificate.privateKeyPkcs8Pem(), OWNER_ONLY), CERTIFICATE_KEY);
        }
        if (plan.equals(HostPlan.SESSIONS)) {
            return container.withCopyToContainer(resource("redis.conf"), "/etc/lab/redis.conf");
        }
        if (plan.equals(HostPlan.DATABASE)) {
            LabContainer joined = container.withLeg(wan, Address.onWan(site));
            return site == Site.DALLAS
                    ? joined
                    : joined.withCopyToContainer(Transferable.of(PRIMARY_DATABASE), "/etc/lab/primary");
        }
        return container.withCopyToContainer(
                Transferable.of(plan.equals(HostPlan.PROVIDER) ? "payments" : "web"), "/etc/lab/kind");
    }

    private Transferable resource(String name) throws IOException {
        Path folder = work.resolve("hosts");
        ResourceTree.copy("/lab/hosts", folder);
        return Transferable.of(Files.readString(folder.resolve(name), UTF_8));
    }

    private Network networkOf(Site site) {
        return Optional.ofNullable(networks.get(site)).orElseThrow();
    }

    private static Network network(String name, String range) {
        LOG.debug("the network {} has the range {}", name, range);
        return Network.builder()
                .createNetworkCmdModifier(command -> command.withName(LabImage.REPOSITORY + "-" + name)
                        .withIpam(new Ipam().withConfig(new Ipam.Config().withSubnet(range)))
                        .withLabels(Map.of(LabContainer.LABEL, name)))
                .build();
    }
}
