package org.stackparity.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.stackparity.environment.PairFile.Kind;

/** Finds what does not fit between the files of a pair. */
final class PairRules {
    private static final Map<String, Set<Kind>> ARMED_ON = Map.of(
            "primary", Set.of(Kind.PRIMARY),
            "failover", Set.of(Kind.FAILOVER),
            "both", Set.of(Kind.PRIMARY, Kind.FAILOVER));

    private final Faults faults;

    PairRules(Faults faults) {
        this.faults = faults;
    }

    void checkEnvironments(YamlDocument primary, YamlDocument failover) {
        checkNames(primary.root().get("environment"), failover.root().get("environment"));
        if (!primary.root().get("colocated").isTrue()
                && !failover.root().get("colocated").isTrue()) {
            checkNetworks(primary, failover);
        }
    }

    private void checkNames(YamlValue primary, YamlValue failover) {
        Optional<String> name = failover.findText();
        // the names are names of files too, and not every file system tells Dallas from dallas
        if (name.isPresent()
                && primary.findText().filter(name.get()::equalsIgnoreCase).isPresent()) {
            faults.add(
                    failover,
                    "is " + Quoted.text(name.get()) + ", as in primary.yaml:" + primary.line()
                            + "; expected another name.");
        }
    }

    private void checkNetworks(YamlDocument primary, YamlDocument failover) {
        for (YamlValue network : failover.root().get("networks").items()) {
            for (YamlValue other : primary.root().get("networks").items()) {
                Optional<Network> range = network.findText().flatMap(Network::find);
                Optional<Network> otherRange = other.findText().flatMap(Network::find);
                if (range.isPresent() && otherRange.isPresent() && range.get().overlaps(otherRange.get())) {
                    faults.add(
                            network,
                            "is " + Quoted.value(network.node()) + ", which overlaps " + Quoted.value(other.node())
                                    + " in primary.yaml:" + other.line()
                                    + "; expected networks apart, or colocated: true.");
                }
            }
        }
    }

    /** What the contract asks of a role of hosts must be answered on both sides. */
    void checkHostRoles(YamlDocument contract, List<YamlDocument> environments) {
        Set<String> shared = new TreeSet<>(rolesIn(environments.get(0)));
        environments.forEach(environment -> shared.retainAll(rolesIn(environment)));
        for (YamlValue hostRole : hostRoles(contract.root())) {
            hostRole.findText().ifPresent(role -> {
                List<String> without = environments.stream()
                        .filter(environment -> !rolesIn(environment).contains(role))
                        .map(environment -> environment.file().kind().fileName())
                        .toList();
                if (!without.isEmpty()) {
                    faults.add(
                            hostRole,
                            "is " + Quoted.text(role) + ", which no host has in " + String.join(" and in ", without)
                                    + "; expected "
                                    + (shared.isEmpty()
                                            ? "a role of hosts on both sides"
                                            : Words.choice(List.copyOf(shared)))
                                    + "." + NearestWord.hint(role, shared));
                }
            });
        }
    }

    /** A schedule runs where the contract says, and a site whose jobs wait cannot be meant by it, nor the other way round. */
    void checkArmed(YamlDocument contract, List<YamlDocument> environments) {
        for (YamlValue schedule :
                contract.root().get("subscriptions").get("schedules").items()) {
            YamlValue armedOn = schedule.get("armed-on");
            for (YamlDocument environment : environments) {
                YamlValue jobs = environment.root().get("standby").get("jobs");
                Optional<Boolean> isMeant = armedOn.findText()
                        .flatMap(where -> Optional.ofNullable(ARMED_ON.get(where)))
                        .map(kinds -> kinds.contains(environment.file().kind()));
                Optional<Boolean> isArmed = jobs.findText().map("armed"::equals);
                if (isMeant.isPresent() && isArmed.isPresent() && !isMeant.equals(isArmed)) {
                    faults.add(
                            armedOn,
                            "is " + Quoted.value(armedOn.node()) + ", while standby.jobs is "
                                    + Quoted.value(jobs.node()) + " in "
                                    + environment.file().kind().fileName() + ":" + jobs.line()
                                    + "; expected the same from both.");
                }
            }
        }
    }

    private static List<String> rolesIn(YamlDocument environment) {
        return environment.root().get("hosts").items().stream()
                .flatMap(host -> host.get("roles").texts().stream())
                .toList();
    }

    private static List<YamlValue> hostRoles(YamlValue contract) {
        List<YamlValue> places = new ArrayList<>(List.of(contract.get("catalogs")));
        Stream.of(
                        contract.get("subscriptions").get("schedules"),
                        contract.get("processes"),
                        contract.get("dependencies"))
                .forEach(list -> places.addAll(list.items()));
        return places.stream().map(place -> place.get("host-role")).toList();
    }
}
