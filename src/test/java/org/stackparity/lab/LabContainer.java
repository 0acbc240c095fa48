package org.stackparity.lab;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stackparity.store.Site;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.ShellStrategy;
import org.testcontainers.utility.DockerImageName;

/** A host of the lab as Testcontainers starts it: with a fixed address, and published at 127.0.0.1 only. */
final class LabContainer extends GenericContainer<LabContainer> {
    /** On all containers and networks of the lab; its value is the site's word. */
    static final String LABEL = "org.stackparity.lab";

    static final String HOST_LABEL = "org.stackparity.lab.host";

    private static final Duration LIMIT = Duration.ofSeconds(90);

    private record Leg(Network network, String address) {}

    private final List<Leg> moreLegs = new ArrayList<>();

    private final String name;

    /** @param network of the site, in whose range it has a fixed address */
    LabContainer(String image, HostPlan plan, Site site, Network network) {
        super(DockerImageName.parse(image));
        name = plan.name();
        List<Integer> ports = new ArrayList<>(List.of(HostPlan.SSH));
        plan.port().ifPresent(ports::add);
        List<String> services = new ArrayList<>(List.of("sshd"));
        services.addAll(plan.services());
        withLabels(Map.of(LABEL, site.word(), HOST_LABEL, plan.name()));
        withNetwork(network);
        withNetworkAliases(name);
        withCommand(services.toArray(String[]::new));
        withExposedPorts(ports.toArray(Integer[]::new));
        withCreateContainerCmdModifier(command -> {
            command.withName(LabImage.REPOSITORY + "-" + site.word() + "-" + name)
                    .withHostName(name + "." + site.word())
                    .withIpv4Address(Address.of(site, plan.number()));
            // Root of a machine may look at all its processes; root of a container may not without this.
            Optional.ofNullable(command.getHostConfig())
                    .orElseThrow()
                    .withPortBindings(onThisMachine(ports))
                    .withCapAdd(Capability.SYS_PTRACE);
        });
        waitingFor(new ShellStrategy().withCommand(plan.health()).withStartupTimeout(LIMIT));
    }

    /** Ports that the engine chooses, at the address that only this machine reaches. */
    private static List<PortBinding> onThisMachine(List<Integer> ports) {
        return ports.stream()
                .map(port -> new PortBinding(Ports.Binding.bindIp("127.0.0.1"), new ExposedPort(port)))
                .toList();
    }

    /** Gives the host a leg in another network as well. */
    LabContainer withLeg(Network network, String address) {
        moreLegs.add(new Leg(network, address));
        return this;
    }

    @Override
    protected void containerIsCreated(String containerId) {
        for (Leg leg : moreLegs) {
            getDockerClient()
                    .connectToNetworkCmd()
                    .withNetworkId(leg.network().getId())
                    .withContainerId(containerId)
                    .withContainerNetwork(new ContainerNetwork()
                            .withAliases(name)
                            .withIpamConfig(new ContainerNetwork.Ipam().withIpv4Address(leg.address())))
                    .exec();
        }
    }
}
