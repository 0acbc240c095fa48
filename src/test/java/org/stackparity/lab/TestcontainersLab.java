package org.stackparity.lab;

import com.github.dockerjava.api.exception.DockerException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import org.stackparity.cli.ContainerLab;
import org.stackparity.model.CheckId;
import org.stackparity.store.Site;
import org.testcontainers.containers.ContainerLaunchException;

/** Lends the lab to {@code parity lab}. */
public final class TestcontainersLab implements ContainerLab {

    /** Whether the lab ends with this process. */
    private boolean isOurs;

    @Override
    public List<ContainerLab.Drift> drifts() {
        return Drifts.all().stream()
                .map(drift -> new ContainerLab.Drift(
                        drift.name(),
                        drift.driftClass(),
                        drift.isOnOneNode(),
                        drift.sentence(),
                        drift.checks().stream().map(CheckId::new).toList()))
                .toList();
    }

    @Override
    public List<String> start(Folders folders) {
        return asked("Starting the lab", () -> {
            if (Lab.find().isPresent()) {
                throw new LabException("A lab runs already on this engine; use it, or remove it by ./parity lab down.");
            }
            Runtime.getRuntime().addShutdownHook(new Thread(Lab::removeAtExit, "lab-remove"));
            isOurs = true;
            return lines(
                    LabStart.start(
                            folders.work(), folders.pair(), folders.demo().resolve("contract.yaml")),
                    folders);
        });
    }

    @Override
    public boolean isRunning() {
        return asked("Looking for a lab", () -> Lab.find().isPresent());
    }

    @Override
    public void awaitEnd() {
        asked("Waiting for the end of the lab", () -> {
            Lab.awaitRemoval();
            return true;
        });
    }

    @Override
    public int remove() {
        return asked("Removing the lab", Lab::remove);
    }

    @Override
    public boolean detect(Folders folders, Detection detection, SuiteRun suite, PrintWriter out) {
        return asked("Running the drifts", () -> {
            Lab lab = Lab.find().orElseThrow(() -> new LabException("No lab is up; start one by ./parity lab up."));
            if (!Files.exists(folders.pair().resolve("primary.yaml"))) {
                throw new LabException("A lab is up, and its pair is not in [" + folders.pair()
                        + "]: it was started from another folder. Go there, or remove it by ./parity lab down.");
            }
            lab.requireImage(LabImage.ready(folders.work()));
            LabLock lock = LabLock.take();
            try {
                DetectionRun run = new DetectionRun(lab, folders, suite, out, isOurs);
                DetectionMatrix matrix = new DetectionMatrix(run.run(detection));
                out.println(matrix.summary());
                matrix.write(folders.work()).forEach(file -> out.println("Matrix: " + file));
                out.flush();
                run.forget();
                return matrix.isClean();
            } finally {
                lock.close();
            }
        });
    }

    private interface Work<T> {
        T get() throws IOException;
    }

    /** What the engine or a file refuses is said as one message. */
    private static <T> T asked(String what, Work<T> work) {
        try {
            return work.get();
        } catch (LabException e) {
            throw e;
        } catch (CompletionException | DockerException | ContainerLaunchException | IOException e) {
            Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
            throw new LabException(what + " failed: " + cause.getMessage(), e);
        }
    }

    /** How a person reaches everything, for a terminal in the folder in which the lab was started. */
    private static List<String> lines(Lab lab, Folders folders) {
        Path pair = Path.of("").toAbsolutePath().relativize(folders.pair());
        List<String> lines = new ArrayList<>();
        for (Site site : Site.values()) {
            DataCentre centre = lab.centre(site);
            int entrance = centre.running(HostPlan.EDGE.name()).getMappedPort(HostPlan.HTTPS);
            lines.add(site.word() + ": curl --cacert " + pair.resolve("ca.pem") + " --connect-to ::127.0.0.1:"
                    + entrance + " https://" + Homes.CUSTOMERS_HOST + "/");
            centre.running().stream()
                    .sorted(Comparator.comparing(RunningHost::name))
                    .forEach(host -> lines.add(line(host)));
        }
        lines.add("ssh -i " + pair.resolve("ssh/id") + " -o UserKnownHostsFile=" + pair.resolve("ssh/known_hosts")
                + " parity@127.0.0.1 -p PORT");
        lines.add("./parity run lab");
        return lines;
    }

    private static String line(RunningHost host) {
        String published = HostPlan.find(host.name())
                .port()
                .filter(port -> port == HostPlan.HTTP)
                .map(port -> "  http://127.0.0.1:" + host.getMappedPort(port) + "/")
                .orElse("");
        return String.format(
                Locale.ROOT, "  %-8s  SSH port %d%s", host.name(), host.getMappedPort(HostPlan.SSH), published);
    }
}
