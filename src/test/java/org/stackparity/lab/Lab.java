package org.stackparity.lab;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Network;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stackparity.store.Site;
import org.testcontainers.DockerClientFactory;

/**
 * Two data centres that run on the Docker engine, whichever process has started them: a primary, and a failover whose database
 * follows the primary's and is read-only until it is promoted.
 */
public final class Lab {
    private static final Logger LOG = LoggerFactory.getLogger(Lab.class);
    private static final Duration END_LIMIT = Duration.ofSeconds(60);
    private static final int JOBS_SECONDS = 75;
    private static final Duration OTHERS = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<Site, DataCentre> centres = new EnumMap<>(Site.class);

    private Lab(DockerClient docker, List<Container> containers) {
        for (Site site : Site.values()) {
            List<RunningHost> hosts = containers.stream()
                    .filter(container ->
                            site.word().equals(container.getLabels().get(LabContainer.LABEL)))
                    .map(container -> host(docker, site, container))
                    .toList();
            centres.put(site, new DataCentre(site, hosts));
        }
    }

    /** The lab that runs, if one does. */
    public static Optional<Lab> find() {
        DockerClient docker = docker();
        List<Container> containers = containers(docker);
        return containers.isEmpty() ? Optional.empty() : Optional.of(new Lab(docker, containers));
    }

    /** Removes all containers and networks of a lab, also of one whose process was killed; says how many containers. */
    public static int remove() {
        DockerClient docker = docker();
        List<Container> containers = containers(docker);
        awaitEnd(docker);
        docker.listNetworksCmd().exec().stream()
                .filter(network ->
                        network.getLabels() != null && network.getLabels().containsKey(LabContainer.LABEL))
                .forEach(network -> remove(docker, network));
        return containers.size();
    }

    /**
     * Returns when no lab runs any more, and who has removed it is gone as well: both tidy up at their ends, and the engine does
     * that for one at a time.
     */
    static void awaitRemoval() {
        DockerClient docker = docker();
        AtomicInteger none = new AtomicInteger();
        Awaitility.await().forever().pollInterval(OTHERS).until(() -> {
            none.set(containers(docker).isEmpty() ? none.get() + 1 : 0);
            return none.get() == 2;
        });
    }

    /**
     * Removes what is left of a lab when this process ends. Testcontainers removes its containers at the same time, and the
     * engine refuses to remove one twice: so this waits as long as they become fewer.
     */
    static void removeAtExit() {
        DockerClient docker = docker();
        AtomicInteger before = new AtomicInteger(Integer.MAX_VALUE);
        Awaitility.await()
                .atMost(END_LIMIT)
                .pollDelay(Duration.ZERO)
                .pollInterval(OTHERS)
                .dontCatchUncaughtExceptions()
                .until(() -> {
                    int left = containers(docker).size();
                    return left == 0 || left == before.getAndSet(left);
                });
        remove();
    }

    public DataCentre centre(Site site) {
        return Optional.ofNullable(centres.get(site)).orElseThrow();
    }

    /** Whether the database of the failover takes writes. */
    public boolean isPromoted() {
        return centre(Site.ARIZONA)
                .running(HostPlan.DATABASE.name())
                .run("chpst -u postgres psql -Atc 'SELECT pg_is_in_recovery()'")
                .strip()
                .equals("f");
    }

    /**
     * Waits until the ledger of a site has new runs of a job that comes each minute and of the one that charges each second.
     * Cron begins at the next full minute.
     *
     * @throws LabException if they do not come
     */
    void awaitJobs(Site site) {
        String runs = "chpst -u postgres psql -d shop -Atc \"SELECT count(DISTINCT job) FROM ledger"
                + " WHERE job IN ('heartbeat', 'charge-sandbox') AND finished_at > to_timestamp($begin)\"";
        centre(site)
                .running(HostPlan.DATABASE.name())
                .run("begin=$(date +%s); until [ \"$(" + runs + ")\" = 2 ]; do"
                        + " [ \"$(date +%s)\" -lt $((begin + " + JOBS_SECONDS + ")) ] ||"
                        + " { echo 'cron ran no job within " + JOBS_SECONDS + " s'; exit 1; }; sleep 0.5; done");
    }

    /**
     * A lab of another store would be asked in the place of this one.
     *
     * @throws LabException if its hosts were not made from the image
     */
    void requireImage(String image) {
        List<String> others = hosts().map(
                        host -> String.valueOf(host.info().getConfig().getImage()))
                .filter(one -> !one.equals(image))
                .distinct()
                .toList();
        if (!others.isEmpty()) {
            throw new LabException("The lab that is up was started from " + others + ", and this store is [" + image
                    + "]: something of it has changed since. Remove the lab by ./parity lab down, and start again.");
        }
    }

    /** All hosts of both sites. */
    Stream<RunningHost> hosts() {
        return centres.values().stream().flatMap(centre -> centre.running().stream());
    }

    /**
     * The engine.
     *
     * @throws LabException if none answers
     */
    static DockerClient docker() {
        try {
            if (DockerClientFactory.instance().isDockerAvailable()) {
                return DockerClientFactory.lazyClient();
            }
        } catch (RuntimeException e) {
            // Testcontainers says it by exceptions of several kinds, one of which is not meant for others
            throw new LabException(
                    "The Docker engine answers, but inside of a container Testcontainers looks for its address"
                            + " by an image that cannot be pulled; set TESTCONTAINERS_HOST_OVERRIDE=localhost, or to where the"
                            + " engine publishes ports.",
                    e);
        }
        throw new LabException(
                "The lab needs a Docker engine, and none answers. Start one, or set DOCKER_HOST to where it is;"
                        + " ./parity demo shows the same without Docker.");
    }

    private static List<Container> containers(DockerClient docker) {
        return docker.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(List.of(LabContainer.LABEL))
                .exec();
    }

    private static void remove(DockerClient docker, Container container) {
        try {
            docker.removeContainerCmd(container.getId())
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        } catch (DockerException e) {
            // somebody else was faster, or removes it just now; who waits for the end looks again
            LOG.debug("the container {} is not removed by us", container.getId(), e);
        }
    }

    private static void remove(DockerClient docker, Network network) {
        try {
            docker.removeNetworkCmd(network.getId()).exec();
        } catch (DockerException e) {
            LOG.debug("somebody else was faster: the network {} is gone", network.getName(), e);
        }
    }

    private static void awaitEnd(DockerClient docker) {
        try {
            // twice, since a start that is interrupted may be making one just now
            AtomicInteger none = new AtomicInteger();
            Awaitility.await()
                    .atMost(END_LIMIT)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .dontCatchUncaughtExceptions() // of hooks that end beside this one
                    .until(() -> {
                        List<Container> left = containers(docker);
                        left.parallelStream().forEach(container -> remove(docker, container));
                        none.set(left.isEmpty() ? none.get() + 1 : 0);
                        return none.get() == 2;
                    });
        } catch (ConditionTimeoutException e) {
            throw new LabException(
                    "These containers of the lab are not gone after [" + END_LIMIT.toSeconds() + "] s: "
                            + containers(docker).stream().map(Container::getId).toList()
                            + ". Remove them by docker rm --force.",
                    e);
        }
    }

    private static RunningHost host(DockerClient docker, Site site, Container container) {
        String name = container.getLabels().get(LabContainer.HOST_LABEL);
        return new RunningHost(
                site, name, docker.inspectContainerCmd(container.getId()).exec());
    }
}
