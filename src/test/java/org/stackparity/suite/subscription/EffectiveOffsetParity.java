package org.stackparity.suite.subscription;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stackparity.environment.Contract;
import org.stackparity.model.Case;
import org.stackparity.model.Comparison;
import org.stackparity.model.Family;
import org.stackparity.model.Fault;
import org.stackparity.model.Severity;
import org.stackparity.suite.client.host.HostFacts;
import org.stackparity.suite.client.host.Hosts;
import org.stackparity.suite.client.host.HostsEarly;
import org.stackparity.suite.client.host.Probes;
import org.stackparity.suite.client.host.ProcessFacts;
import org.stackparity.suite.junit.CaseSource;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.Early;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.ParityCheck;
import org.stackparity.suite.junit.ParityCheck.Asked;
import org.stackparity.suite.junit.ParityCheck.Rule;
import org.stackparity.suite.junit.ParitySuite;
import org.stackparity.suite.junit.Recorder;

/**
 * Every layer that has a clock on the wall agrees about the time of day. Offsets are compared, never names of zones: two
 * names may mean one time, and one name two.
 */
@ParitySuite
@Early(HostsEarly.class)
class EffectiveOffsetParity {
    private static final String OS = "os";

    @ParityCheck(
            id = "SUB-01",
            name = "subscription.effective-offset",
            version = 2,
            promise = "Scheduled work happens at the same hour, whichever stack does it.",
            family = Family.SUBSCRIPTION,
            severity = Severity.BLOCKER,
            deterministic = true,
            once = true,
            cases = Layers.class,
            of = Asked.WHERE_THE_CASE_SAYS,
            rules = {
                @Rule(paths = "zone", comparison = Comparison.SHOWN),
                @Rule(paths = "machine", comparison = Comparison.SHOWN),
                @Rule(paths = "localtime-changed", comparison = Comparison.SHOWN),
                @Rule(paths = "start", comparison = Comparison.SHOWN)
            })
    void layerHasTheSameOffset(CheckTarget target, Recorder recorder) {
        String layer = target.subject().get("layer");
        Optional<Contract.ProcessRef> gone = process(target, layer).filter(Hosts.facts(target)::isGone);
        if (gone.isPresent()) {
            recorder.fault(
                    "process-not-running",
                    "",
                    layer + " does not run on " + target.node() + ": no process has the number in its pid file ["
                            + gone.get().pidFile() + "]; expected it to run, as the contract says.");
            return;
        }
        LayerOffset offset = target.subject().find("host-role").isPresent()
                ? ofHost(target, layer)
                : RuntimeOffsets.read(target, layer);
        recorder.value("offset", LayerOffset.text(offset.now()));
        offset.june().ifPresent(june -> recorder.value("offset-june", LayerOffset.text(june)));
        offset.december().ifPresent(december -> recorder.value("offset-december", LayerOffset.text(december)));
        recorder.value("zone", offset.zone());
        if (layer.equals(OS)) {
            recorder.value("machine", Hosts.facts(target).machine());
        }
        process(target, layer).ifPresent(process -> recordFreshness(target, process, recorder));
        reference(target, layer)
                .filter(offset::disagreesWith)
                .ifPresent(below -> recorder.fault(new Fault(
                                "layers-disagree",
                                "layers",
                                "The layer [" + layer + "] of " + target.node() + " has " + offset
                                        + ", but the layer below it has " + below
                                        + "; expected one time of day on one host.")
                        .with("offset", LayerOffset.text(offset.now()))
                        .with("offsetBelow", LayerOffset.text(below.now()))));
    }

    /**
     * What a process has in memory cannot be asked: its host's files say it only if the process started after they were
     * changed. Compared and no fault by itself, since packages of time zone data may make the link anew without a change, which
     * happens to both stacks alike.
     */
    private static void recordFreshness(CheckTarget target, Contract.ProcessRef process, Recorder recorder) {
        ProcessFacts facts = Hosts.facts(target).process(process);
        Optional<Instant> changed = facts.zoneChangedSinceStart();
        recorder.value("zone-in-memory", changed.isEmpty() ? "current" : "stale until a restart");
        changed.ifPresent(instant -> {
            recorder.value("localtime-changed", instant.toString());
            recorder.value("start", facts.started().map(Instant::toString).orElse(""));
        });
    }

    private static LayerOffset ofHost(CheckTarget target, String layer) {
        HostFacts host = Hosts.facts(target);
        Probes probes = Hosts.of(target.pass()).probes();
        if (layer.equals(OS)) {
            return LayerOffset.of(host.zone(), probes);
        }
        return LayerOffset.of(host.process(process(target, layer).orElseThrow()), probes);
    }

    /** The process of the contract that the layer is; empty for every other layer. */
    private static Optional<Contract.ProcessRef> process(CheckTarget target, String layer) {
        return target.subject().find("host-role").isEmpty()
                ? Optional.empty()
                : target.contract().processes().stream()
                        .filter(one -> one.name().equals(layer))
                        .findFirst();
    }

    /** The layer that the asked one stands on: of a process or runtime the host's, of the database the runtime's. */
    private static Optional<LayerOffset> reference(CheckTarget target, String layer) {
        if (target.subject().find("host-role").isPresent()) {
            return layer.equals(OS) ? Optional.empty() : Optional.of(ofHost(target, OS));
        }
        if (layer.equals(RuntimeOffsets.DATABASE)) {
            return Optional.of(RuntimeOffsets.read(target, RuntimeOffsets.JVM));
        }
        try {
            return Optional.of(ofHost(target, OS));
        } catch (NotObservedException e) {
            // A web node that is no host, or cannot be asked from inside, has nothing to be compared with.
            return Optional.empty();
        }
    }

    /** The operating system and each named process of each host role; runtime and database where the runtime is told. */
    static final class Layers implements CaseSource {
        @Override
        public List<Case> cases(Contract contract) {
            List<Case> cases = new ArrayList<>();
            for (String role : hostRoles(contract)) {
                Case host = Case.of("host-role", role);
                cases.add(host.with("layer", OS));
                contract.processes().stream()
                        .filter(process -> process.hostRole().equals(role))
                        .forEach(process -> cases.add(host.with("layer", process.name())));
            }
            contract.runtime().ifPresent(path -> {
                cases.add(Case.of("layer", RuntimeOffsets.JVM));
                cases.add(Case.of("layer", RuntimeOffsets.DATABASE));
            });
            return cases;
        }

        private static Set<String> hostRoles(Contract contract) {
            Set<String> roles = new LinkedHashSet<>();
            contract.processes().forEach(process -> roles.add(process.hostRole()));
            contract.subscriptions()
                    .ifPresent(subscriptions -> subscriptions.schedules().forEach(job -> roles.add(job.hostRole())));
            contract.catalogs().ifPresent(catalogs -> roles.add(catalogs.hostRole()));
            contract.dependencies().forEach(dependency -> roles.add(dependency.hostRole()));
            return roles;
        }

        @Override
        public String input() {
            return "processes, schedules or a runtime";
        }
    }
}
