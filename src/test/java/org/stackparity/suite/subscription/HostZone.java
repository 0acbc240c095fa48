package org.stackparity.suite.subscription;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stackparity.environment.Contract;
import org.stackparity.suite.client.host.HostFacts;
import org.stackparity.suite.client.host.ZoneFacts;
import org.stackparity.suite.junit.NotObservedException;

/**
 * The time zone by which a host's scheduler fires.
 *
 * @param name for a reader
 */
record HostZone(String name, ZoneRules rules) {

    /**
     * The zone of a schedule: what its crontab says in CRON_TZ, else that of the one process of the role in the contract,
     * which is the scheduler there, else that of the login's shell.
     *
     * @throws NotObservedException if the zone is not known here, or this machine's time zone data contradict the host's
     */
    static HostZone of(Contract contract, String hostRole, HostFacts host, Crontab crontab) {
        // LIMIT: cronie follows CRON_TZ, Debian's cron does not; a crontab that sets it is taken to be read by the
        // former.
        String declared = crontab.variables().getOrDefault("CRON_TZ", "");
        if (!declared.isEmpty()) {
            return named(declared)
                    .map(rules -> new HostZone(declared, rules))
                    .orElseThrow(() -> new NotObservedException("The crontab of " + host.name() + " sets CRON_TZ to ["
                            + declared + "], which is no zone."));
        }
        List<Contract.ProcessRef> processes = contract.processes().stream()
                .filter(process -> process.hostRole().equals(hostRole))
                .toList();
        if (processes.size() != 1) {
            return of(host.name(), host.zone());
        }
        return of(host.name(), host.process(processes.get(0)).zone());
    }

    static HostZone of(String host, ZoneFacts facts) {
        Optional<ZoneRules> known = named(facts.name()).filter(rules -> agree(rules, facts));
        if (known.isPresent()) {
            return new HostZone(facts.name(), known.get());
        }
        if (facts.isFixed()) {
            ZoneOffset offset = facts.offsets().get(facts.offsets().firstKey());
            return new HostZone(facts.name(), offset.getRules());
        }
        Optional<ZoneRules> other = named(facts.name());
        throw new NotObservedException("The zone [" + facts.name() + "] of the host " + host
                + other.map(rules -> " has [" + contradiction(rules, facts)
                                + "] there and not by this machine's time zone data; update the tzdata of one of them.")
                        .orElse(
                                " has no name that is known here, and changes its offset in the horizon; give the host a"
                                        + " zone like Europe/Berlin."));
    }

    private static Optional<ZoneRules> named(String name) {
        try {
            return Optional.of(ZoneId.of(name).getRules());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean agree(ZoneRules rules, ZoneFacts facts) {
        return facts.offsets().entrySet().stream()
                .allMatch(probe -> rules.getOffset(probe.getKey()).equals(probe.getValue()));
    }

    private static String contradiction(ZoneRules rules, ZoneFacts facts) {
        return facts.offsets().entrySet().stream()
                .filter(probe -> !rules.getOffset(probe.getKey()).equals(probe.getValue()))
                .findFirst()
                .map(HostZone::words)
                .orElse("");
    }

    private static String words(Map.Entry<Instant, ZoneOffset> probe) {
        return LayerOffset.text(probe.getValue()) + " at " + probe.getKey();
    }
}
