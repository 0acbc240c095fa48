package org.stackparity.suite.subscription;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.stackparity.environment.Contract;
import org.stackparity.model.Comparison;
import org.stackparity.model.Family;
import org.stackparity.model.Severity;
import org.stackparity.suite.client.Sha256;
import org.stackparity.suite.client.host.HostFacts;
import org.stackparity.suite.client.host.Hosts;
import org.stackparity.suite.client.host.HostsEarly;
import org.stackparity.suite.client.host.Probes;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.Early;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.ParityCheck;
import org.stackparity.suite.junit.ParityCheck.Asked;
import org.stackparity.suite.junit.ParityCheck.Rule;
import org.stackparity.suite.junit.ParitySuite;
import org.stackparity.suite.junit.Recorder;

/** Scheduled work is done at the same instants, whatever the zones of the hosts are called. */
@ParitySuite
@Early(HostsEarly.class)
class NextInstantsParity {
    private static final int NEXT = 5;
    private static final int LISTED = 10;
    private static final int AROUND_CHANGE = 2;

    @ParityCheck(
            id = "SUB-03",
            name = "subscription.next-instants",
            version = 2,
            promise = "Subscriptions are charged at the same instants, whichever stack does it.",
            family = Family.SUBSCRIPTION,
            severity = Severity.BLOCKER,
            deterministic = true,
            once = true,
            cases = Schedules.All.class,
            of = Asked.WHERE_THE_CASE_SAYS,
            rules = {
                @Rule(paths = "instant[*", comparison = Comparison.SHOWN),
                @Rule(paths = "instants.first", comparison = Comparison.SHOWN),
                @Rule(paths = "instants.last", comparison = Comparison.SHOWN),
                @Rule(paths = "instants[*.count", comparison = Comparison.SAME, inCommon = true),
                @Rule(paths = "instants[*.digest", comparison = Comparison.SAME, inCommon = true),
                @Rule(paths = "local-schedule", comparison = Comparison.SHOWN),
                @Rule(paths = "next[*", comparison = Comparison.SAME, inCommon = true),
                @Rule(paths = "offset-minutes", comparison = Comparison.SHOWN),
                @Rule(paths = "zone", comparison = Comparison.SHOWN)
            })
    void jobFiresAtTheSameInstants(CheckTarget target, Recorder recorder) {
        Contract.Schedule schedule = Schedules.of(target);
        HostFacts host = Hosts.facts(target);
        Crontab crontab = Crontab.parse(schedule.crontab(), host.text(schedule.crontab()));
        List<Crontab.Entry> entries = crontab.find(schedule.command());
        if (entries.isEmpty()) {
            recorder.fault(
                    "missing-schedule",
                    "",
                    "No line of [" + schedule.crontab() + "] on " + host.name() + " has the command ["
                            + schedule.command() + "]; expected the job [" + schedule.name() + "].");
            return;
        }
        if (crontab.isAmbiguous(schedule.command())) {
            String ambiguous = Schedules.ambiguous(schedule, host.name(), crontab);
            if (!schedule.isMeantFor(target.role())) {
                throw new NotObservedException(ambiguous);
            }
            recorder.fault("disabled-schedule", "", ambiguous);
            return;
        }
        recorder.value(
                "local-schedule",
                entries.stream()
                        .map(entry -> (entry.disabled() ? "disabled: " : "") + entry.schedule())
                        .collect(Collectors.joining("; ")));
        recorder.require(
                !schedule.isMeantFor(target.role()) || entries.stream().anyMatch(entry -> !entry.disabled()),
                "disabled-schedule",
                "local-schedule",
                () -> "The job [" + schedule.name() + "] stands in a comment only in [" + schedule.crontab() + "] on "
                        + host.name() + "; expected it to run on " + schedule.meantOn() + ".");
        Probes probes = Hosts.of(target.pass()).probes();
        HostZone zone = HostZone.of(target.contract(), schedule.hostRole(), host, crontab);
        recorder.value("zone", zone.name());
        recorder.value("offset-minutes", zone.rules().getOffset(probes.now()).getTotalSeconds() / 60);

        Instant from = Probes.monthOf(probes.now());
        Instant to =
                endOf(probes, target.contract().subscriptions().orElseThrow().horizon());
        List<CronExpression> expressions = entries.stream()
                .flatMap(entry -> CronExpression.find(entry.schedule()).stream())
                .toList();
        SortedSet<Instant> instants = CronExpression.instants(expressions, zone.rules(), from, to);
        if (instants.isEmpty()) {
            throw new NotObservedException("The schedule [" + entries.get(0).schedule() + "] of [" + schedule.name()
                    + "] has no instant within the horizon.");
        }
        recordMonths(instants, from, to, recorder);
        recordInstants(new ArrayList<>(instants), from, zone, recorder);
    }

    /** The end of the month in which the horizon ends: only whole months can be compared with those of another night. */
    private static Instant endOf(Probes probes, Duration horizon) {
        return Probes.monthOf(probes.now().plus(horizon))
                .atOffset(ZoneOffset.UTC)
                .plusMonths(1)
                .toInstant();
    }

    /**
     * Every month of the window, also one without any instant: a month that an evidence does not have is out of its
     * window, and not empty.
     */
    private static void recordMonths(SortedSet<Instant> instants, Instant from, Instant to, Recorder recorder) {
        YearMonth end = YearMonth.from(to.atOffset(ZoneOffset.UTC));
        for (YearMonth month = YearMonth.from(from.atOffset(ZoneOffset.UTC));
                month.isBefore(end);
                month = month.plusMonths(1)) {
            SortedSet<Instant> within = instants.subSet(begin(month), begin(month.plusMonths(1)));
            recorder.value("instants[" + month + "].count", within.size());
            recorder.value(
                    "instants[" + month + "].digest",
                    Sha256.of(within.stream().map(Instant::toString).collect(Collectors.joining("\n")), 16));
        }
    }

    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** What is next counts from the month in which it was looked at, which its path names. */
    private static void recordInstants(List<Instant> instants, Instant from, HostZone zone, Recorder recorder) {
        YearMonth month = YearMonth.from(from.atOffset(ZoneOffset.UTC));
        for (int i = 0; i < Math.min(NEXT, instants.size()); i++) {
            recorder.value(
                    "next[" + month + " #" + (i + 1) + "]", instants.get(i).toString());
        }
        recorder.value("instants.first", instants.get(0).toString());
        recorder.value("instants.last", instants.get(instants.size() - 1).toString());
        for (int number : listed(instants, zone)) {
            recorder.value("instant[" + (number + 1) + "]", instants.get(number).toString());
        }
    }

    /** The first ones, and those on both sides of each change of clocks. */
    private static SortedSet<Integer> listed(List<Instant> instants, HostZone zone) {
        SortedSet<Integer> listed = new TreeSet<>();
        for (int i = 0; i < Math.min(LISTED, instants.size()); i++) {
            listed.add(i);
        }
        Instant last = instants.get(instants.size() - 1);
        ZoneOffsetTransition change = zone.rules().nextTransition(instants.get(0));
        while (change != null && change.getInstant().isBefore(last)) {
            int found = Collections.binarySearch(instants, change.getInstant());
            int after = found >= 0 ? found : -found - 1;
            for (int i = Math.max(0, after - AROUND_CHANGE);
                    i < Math.min(instants.size(), after + AROUND_CHANGE);
                    i++) {
                listed.add(i);
            }
            change = zone.rules().nextTransition(change.getInstant());
        }
        return listed;
    }
}
