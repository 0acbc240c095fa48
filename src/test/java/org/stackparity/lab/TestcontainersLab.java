package org.stackparity.lab;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.stackparity.cli.ContainerLab;
import org.stackparity.model.CheckId;
import org.stackparity.store.Site;

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
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(Lab::remove, "lab-remove"));
            isOurs = true;
            return lines(
                    LabStart.start(
                            folders.work(), folders.pair(), folders.demo().resolve("contract.yaml")),
                    folders);
        } catch (IOException e) {
            throw new LabException("Starting the lab failed: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean isRunning() {
        return Lab.find().isPresent();
    }

    @Override
    public int remove() {
        return Lab.remove();
    }

    @Override
    public boolean detect(Folders folders, Detection detection, SuiteRun suite, PrintWriter out) {
        Lab lab = Lab.find().orElseThrow(() -> new LabException("No lab is up; start one by ./parity lab up."));
        if (!Files.exists(folders.pair().resolve("primary.yaml"))) {
            throw new LabException("A lab is up, and its pair is not in [" + folders.pair()
                    + "]: it was started from another folder. Go there, or remove it by ./parity lab down.");
        }
        try {
            DetectionMatrix matrix =
                    new DetectionMatrix(new DetectionRun(lab, folders, suite, out, isOurs).run(detection));
            out.println(matrix.summary());
            matrix.write(folders.work()).forEach(file -> out.println("Matrix: " + file));
            out.flush();
            return matrix.isClean();
        } catch (IOException e) {
            throw new LabException("Running the drifts failed: " + e.getMessage(), e);
        }
    }

    private static List<String> lines(Lab lab, Folders folders) {
        List<String> lines = new ArrayList<>();
        for (Site site : Site.values()) {
            DataCentre centre = lab.centre(site);
            lines.add(site.word() + "  https://" + Homes.CUSTOMERS_HOST + "/ at 127.0.0.1:"
                    + centre.running(HostPlan.EDGE.name()).getMappedPort(HostPlan.HTTPS));
            for (RunningHost host : centre.running()) {
                lines.add(
                        "  " + host.name() + "  ssh -i " + folders.pair().resolve("ssh/id") + " -o UserKnownHostsFile="
                                + folders.pair().resolve("ssh/known_hosts") + " -p " + host.getMappedPort(HostPlan.SSH)
                                + " parity@127.0.0.1");
            }
        }
        lines.add("./parity run lab");
        return lines;
    }
}
