package org.stackparity.lab;

import java.util.List;
import org.stackparity.store.Site;

/** A site of the lab that runs. */
public final class DataCentre {
    private final Site site;
    private final List<RunningHost> running;

    DataCentre(Site site, List<RunningHost> running) {
        this.site = site;
        this.running = List.copyOf(running);
    }

    public Site site() {
        return site;
    }

    List<RunningHost> running() {
        return running;
    }

    RunningHost running(String name) {
        return running.stream()
                .filter(host -> host.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new LabException(site.word() + " has no host [" + name + "]; it has "
                        + running.stream().map(RunningHost::name).sorted().toList() + "."));
    }
}
