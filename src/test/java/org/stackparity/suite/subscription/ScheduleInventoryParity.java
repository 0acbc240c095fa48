package org.stackparity.suite.subscription;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stackparity.environment.Contract;
import org.stackparity.model.Comparison;
import org.stackparity.model.Family;
import org.stackparity.model.Severity;
import org.stackparity.suite.client.host.Hosts;
import org.stackparity.suite.client.host.HostsEarly;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.Early;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.ParityCheck;
import org.stackparity.suite.junit.ParityCheck.Asked;
import org.stackparity.suite.junit.ParityCheck.Rule;
import org.stackparity.suite.junit.ParitySuite;
import org.stackparity.suite.junit.Recorder;

/** The same work is scheduled on both stacks: the same jobs at the same local times by the same users. */
@ParitySuite
@Early(HostsEarly.class)
class ScheduleInventoryParity {

    @ParityCheck(
            id = "SUB-02",
            name = "subscription.schedule-inventory",
            version = 3,
            promise = "Every scheduled job of one stack is scheduled on the other.",
            family = Family.SUBSCRIPTION,
            severity = Severity.BLOCKER,
            deterministic = true,
            once = true,
            cases = Schedules.Crontabs.class,
            of = Asked.WHERE_THE_CASE_SAYS,
            rules = @Rule(paths = "disabled[*", comparison = Comparison.SHOWN))
    void sameJobsAreScheduled(CheckTarget target, Recorder recorder) {
        String path = target.subject().get("crontab");
        Crontab crontab = Crontab.parse(path, Hosts.facts(target).text(path));
        requireOneComment(target, path, crontab);
        Map<String, Integer> seen = new HashMap<>();
        for (Crontab.Entry entry : inOrder(crontab)) {
            String kind = entry.disabled() && !isRestingJob(entry, crontab, target.contract()) ? "disabled[" : "entry[";
            String name = kind + name(entry, target.contract());
            int times = seen.merge(name, 1, Integer::sum);
            String at = name + (times == 1 ? "]" : " #" + times + "]");
            recorder.value(at + ".schedule", entry.schedule());
            recorder.value(at + ".user", entry.user().orElse("owner of the crontab"));
            if (entry.command().contains(" ")) {
                recorder.value(at + ".command", MaskedCommand.digest(entry.command()));
            }
        }
        crontab.variables()
                .forEach(
                        (name, value) -> recorder.value("variable[" + name + "]", MaskedCommand.variable(name, value)));
        int number = 1;
        for (String line : crontab.malformed()) {
            recorder.value("malformed[" + number++ + "]", MaskedCommand.of(line));
        }
    }

    /** @throws NotObservedException if a job of this crontab stands in comments only, and these differ */
    private static void requireOneComment(CheckTarget target, String path, Crontab crontab) {
        target.contract().subscriptions().orElseThrow().schedules().stream()
                .filter(schedule -> schedule.crontab().equals(path)
                        && schedule.hostRole().equals(target.subject().get("host-role")))
                .filter(schedule -> crontab.isAmbiguous(schedule.command()))
                .findFirst()
                .ifPresent(schedule -> {
                    throw new NotObservedException(
                            Schedules.ambiguous(schedule, Hosts.facts(target).name(), crontab));
                });
    }

    /** In an order of their own, so that lines of one job have the same numbers on both sites; equal comments once. */
    private static List<Crontab.Entry> inOrder(Crontab crontab) {
        Set<Crontab.Entry> comments = new HashSet<>();
        return crontab.entries().stream()
                .filter(entry -> !entry.disabled() || comments.add(entry))
                .sorted(Crontab.Entry.ORDER)
                .toList();
    }

    /**
     * Whether a line in a comment is how a job of the contract rests, as on a standby: whether it has to run here is what
     * SUB-03 and SUB-04 ask. A job that is armed by a setting rests by that: its line in a comment would stay one when the
     * site takes over, and is missing.
     */
    private static boolean isRestingJob(Crontab.Entry entry, Crontab crontab, Contract contract) {
        return contract.subscriptions().orElseThrow().schedules().stream()
                .filter(schedule -> schedule.armed().isEmpty())
                .anyMatch(schedule -> crontab.find(schedule.command()).contains(entry));
    }

    /** The job's name in the contract, or its program; with a digest where the program's arguments tell jobs apart. */
    private static String name(Crontab.Entry entry, Contract contract) {
        return contract.subscriptions().orElseThrow().schedules().stream()
                .filter(schedule -> entry.mentions(schedule.command()))
                .map(Contract.Schedule::name)
                .findFirst()
                .orElseGet(() -> entry.command().contains(" ")
                        ? entry.program() + " "
                                + MaskedCommand.digest(entry.command()).substring(0, 8)
                        : entry.program());
    }
}
