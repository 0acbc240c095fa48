package org.stackparity.lab;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerResponse;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.HostConfig;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.stackparity.store.ShopHost;
import org.stackparity.store.Site;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.output.FrameConsumerResultCallback;
import org.testcontainers.containers.output.OutputFrame;
import org.testcontainers.containers.output.ToStringConsumer;

/**
 * Faults of the network, seeded by helpers: containers that join the network of a host and may change it. So it works where the
 * engine is not on this machine as well.
 */
public final class NetworkFaults {
    static final String HELPER = "helper";

    private static final int LIMIT_SECONDS = 30;
    /** Of the relay, so that its own connections are not led into it again. */
    private static final int RELAY_USER = 4242;

    private static final int FIRST_RELAY_PORT = 15_000;

    private final Lab lab;
    private final Journal journal;
    private int relays;

    NetworkFaults(Lab lab, Journal journal) {
        this.lab = lab;
        this.journal = journal;
    }

    /** A server of the lab by where it is reached. */
    public record Server(Site site, String host, int port) {
        /** The database of a site. */
        public static Server database(Site site) {
            return new Server(site, HostPlan.DATABASE.name(), HostPlan.POSTGRESQL);
        }

        /** The session store of a site. */
        public static Server sessions(Site site) {
            return new Server(site, HostPlan.SESSIONS.name(), HostPlan.REDIS);
        }

        public String address() {
            return Address.of(site, HostPlan.find(host).number());
        }

        @Override
        public String toString() {
            return address() + ":" + port;
        }
    }

    /** Resets a share of the packets that come from a host to a server, at random; 0.01 is one of a hundred. */
    public void resetPackets(ShopHost from, Server to, double share) {
        filter(lab.centre(to.site()).running(to.host()), from, to, reset(share));
    }

    /** Resets a share of the packets that come to a port of a host from wherever, at random. */
    public void resetPackets(LabHost at, int port, double share) {
        iptables(at.running(), "INPUT -p tcp --dport " + port + " " + reset(share));
    }

    private static String reset(double share) {
        return String.format(
                Locale.ROOT, "-m statistic --mode random --probability %.5f -j REJECT --reject-with tcp-reset", share);
    }

    /** A firewall that lets nothing of a host through to a server, and says so. */
    public void refuse(ShopHost from, Server to) {
        filter(lab.centre(to.site()).running(to.host()), from, to, "-j REJECT");
    }

    /** A firewall of the payment provider that does not know the addresses of a site. */
    public void refuseAtProvider(Site site) {
        RunningHost provider = lab.centre(Site.DALLAS).running(HostPlan.PROVIDER.name());
        String rule = "INPUT -p tcp --dport " + HostPlan.PROVIDER_HTTP + " -s " + Address.network(site) + " -j REJECT";
        iptables(provider, rule);
    }

    /** Lets a host send no faster than so many kilobits a second. */
    public void narrow(LabHost host, int kilobits) {
        journal.change(
                host.running() + ": narrow",
                () -> help(host.running(), "tc qdisc del dev eth0 root 2>/dev/null; true"),
                () -> help(
                        host.running(),
                        "tc qdisc add dev eth0 root tbf rate " + kilobits + "kbit burst 8kb latency 2000ms"));
    }

    /** Gives a host a leg in the network of the other site, as a route that nobody meant to open. */
    public void openRouteToOtherSite(LabHost host, int number) {
        DockerClient docker = DockerClientFactory.lazyClient();
        String network = LabImage.REPOSITORY + "-" + Site.DALLAS.word();
        String container = host.running().getContainerId();
        // the engine writes the new address into it, and leaves it there
        host.keep("/etc/hosts");
        journal.change(
                host.running() + ": route",
                () -> docker.disconnectFromNetworkCmd()
                        .withNetworkId(network)
                        .withContainerId(container)
                        .withForce(true)
                        .exec(),
                () -> docker.connectToNetworkCmd()
                        .withNetworkId(network)
                        .withContainerId(container)
                        .withContainerNetwork(new ContainerNetwork()
                                .withIpamConfig(
                                        new ContainerNetwork.Ipam().withIpv4Address(Address.of(Site.DALLAS, number))))
                        .exec());
    }

    /**
     * Makes the way from a host to a server longer, in each direction: a relay in the network of the host holds back what
     * passes. So it needs nothing of the kernel that delays packets.
     */
    public void delay(LabHost from, Server to, int millisEachWay) {
        int port = FIRST_RELAY_PORT + relays++;
        String settings = "links=slow\nlink.slow.listen=127.0.0.1:" + port + "\nlink.slow.to=" + to
                + "\nlink.slow.delay-millis=" + millisEachWay + "\n";
        startRelay(from.running(), settings);
        from.running()
                .run("for i in $(seq 100); do bash -c '</dev/tcp/127.0.0.1/" + port
                        + "' 2>/dev/null && exit 0; sleep 0.1; done; echo 'the relay does not listen'; exit 1");
        String rule = "OUTPUT -t nat -p tcp -d " + to.address() + " --dport " + to.port() + " -m owner ! --uid-owner "
                + RELAY_USER + " -j REDIRECT --to-ports " + port;
        iptables(from.running(), rule);
    }

    private void filter(RunningHost at, ShopHost from, Server to, String what) {
        String source = Address.of(Site.ARIZONA, HostPlan.find(from.name()).number());
        String rule = "INPUT -p tcp --dport " + to.port() + " -s " + source + " " + what;
        iptables(at, rule);
    }

    private void iptables(RunningHost target, String rule) {
        journal.change(
                target + ": iptables " + rule,
                () -> help(target, "! iptables -C " + rule + " 2>/dev/null || iptables -D " + rule),
                () -> help(target, "iptables -A " + rule));
    }

    private void startRelay(RunningHost target, String settings) {
        DockerClient docker = DockerClientFactory.lazyClient();
        String name = LabImage.REPOSITORY + "-relay-" + UUID.randomUUID();
        journal.change(target + ": relay", () -> remove(docker, name), () -> {
            CreateContainerResponse relay = docker.createContainerCmd(image(target))
                    .withName(name)
                    .withLabels(Map.of(LabContainer.LABEL, HELPER))
                    .withEntrypoint("lab-relay")
                    .withUser(RELAY_USER + ":" + RELAY_USER)
                    .withCmd(settings)
                    .withHostConfig(HostConfig.newHostConfig().withNetworkMode("container:" + target.getContainerId()))
                    .exec();
            docker.startContainerCmd(relay.getId()).exec();
        });
    }

    private static void remove(DockerClient docker, String name) {
        if (!docker.listContainersCmd()
                .withShowAll(true)
                .withNameFilter(List.of(name))
                .exec()
                .isEmpty()) {
            docker.removeContainerCmd(name).withForce(true).exec();
        }
    }

    /** Runs a command in the network of a host with the right to change it. */
    private static void help(RunningHost target, String command) {
        DockerClient docker = DockerClientFactory.lazyClient();
        CreateContainerResponse helper = docker.createContainerCmd(image(target))
                .withLabels(Map.of(LabContainer.LABEL, HELPER))
                .withEntrypoint("sh", "-c")
                .withCmd(command)
                .withHostConfig(HostConfig.newHostConfig()
                        .withNetworkMode("container:" + target.getContainerId())
                        .withCapAdd(Capability.NET_ADMIN))
                .exec();
        try {
            docker.startContainerCmd(helper.getId()).exec();
            int code = docker.waitContainerCmd(helper.getId()).start().awaitStatusCode(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (code != 0) {
                throw new LabException("In the network of " + target + " the command [" + command + "] ended with ["
                        + code + "]: " + output(docker, helper.getId()));
            }
        } finally {
            docker.removeContainerCmd(helper.getId()).withForce(true).exec();
        }
    }

    private static String output(DockerClient docker, String container) {
        ToStringConsumer text = new ToStringConsumer();
        try (FrameConsumerResultCallback callback = new FrameConsumerResultCallback()) {
            List.of(OutputFrame.OutputType.STDOUT, OutputFrame.OutputType.STDERR)
                    .forEach(type -> callback.addConsumer(type, text));
            docker.logContainerCmd(container).withStdOut(true).withStdErr(true).exec(callback);
            callback.awaitCompletion(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            return "no output: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return text.toUtf8String().strip();
    }

    private static String image(RunningHost target) {
        return String.valueOf(target.info().getConfig().getImage());
    }
}
