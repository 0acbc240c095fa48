package org.stackparity.judge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.stackparity.model.EvidenceHeader;
import org.stackparity.model.Question;
import org.stackparity.model.Role;

/** What evidence has to be before anything may rest on it: the rules of honesty that are not about single findings. */
final class EvidenceRules {
    private final Docket docket;

    EvidenceRules(Docket docket) {
        this.docket = docket;
    }

    /** Why nothing may rest on the evidence for this question; empty if it may. */
    List<String> reasons(Question question) {
        List<String> reasons = new ArrayList<>();
        if (docket.plan().required().isEmpty()) {
            reasons.add("no check was asked; "
                    + (docket.plan().partial()
                            ? "the filter left out all that the contract has something for"
                            : "the contract declares nothing that the suite can check"));
        } else if (docket.plan().required().stream()
                .allMatch(planned -> planned.cases().isEmpty())) {
            reasons.add("no check had a case to ask about");
        }
        if (docket.plan().partial()) {
            reasons.add("PARTIAL: a filter left checks out; say --partial if the rest is enough");
        }
        if (question != Question.EMERGENCY) {
            partial(docket.primary(), reasons);
        }
        partial(docket.failover(), reasons);
        roles(reasons);
        oneRun(question, reasons);
        oneContract(reasons);
        stale(reasons);
        reasons.addAll(sameMachine());
        return reasons;
    }

    private static void partial(Docket.Side side, List<String> reasons) {
        if (!side.complete()) {
            reasons.add("the evidence of " + side.header().environment() + " is partial: its recording did not finish");
        }
    }

    /** One-sided comparisons, and times above all, say nothing the other way round. */
    private void roles(List<String> reasons) {
        EvidenceHeader primary = docket.primary().header();
        if (!isOneStackOverTime() && primary.role() != Role.PRIMARY) {
            reasons.add(
                    primary.environment() + " was recorded as " + primary.role().word()
                            + " and stands for the primary; name the primary's evidence first, or ask --for failback");
        }
    }

    private void oneRun(Question question, List<String> reasons) {
        EvidenceHeader primary = docket.primary().header();
        EvidenceHeader failover = docket.failover().header();
        if (!isOneStackOverTime()
                && question != Question.EMERGENCY
                && !primary.runId().equals(failover.runId())) {
            reasons.add("the evidences are of two runs, [" + primary.runId() + "] and [" + failover.runId()
                    + "]; this question needs both of one run");
        }
    }

    /** Entries of the contract say what was asked; under another contract one answer says nothing about the other. */
    private void oneContract(List<String> reasons) {
        EvidenceHeader primary = docket.primary().header();
        EvidenceHeader failover = docket.failover().header();
        if (!primary.contractDigest().equals(failover.contractDigest())) {
            reasons.add("the evidences were recorded under two contracts, of " + primary.start() + " and of "
                    + failover.start() + "; record both under one contract.yaml");
        }
    }

    private void stale(List<String> reasons) {
        boolean oneStack = docket.primary()
                .header()
                .environment()
                .equals(docket.failover().header().environment());
        List<Docket.Side> sides = oneStack ? List.of(docket.failover()) : List.of(docket.primary(), docket.failover());
        for (Docket.Side side : sides) {
            Duration age = Duration.between(side.end(), docket.now());
            if (age.compareTo(docket.fresh()) > 0) {
                reasons.add("the evidence of " + side.header().environment() + " is stale: " + age.toHours()
                        + " hours old, " + docket.fresh().toHours() + " are allowed");
            }
            if (age.compareTo(Duration.ofMinutes(-5)) < 0) {
                reasons.add("the evidence of " + side.header().environment()
                        + " is of the future; the clocks of its runner and of this machine disagree");
            }
        }
    }

    /** A stack compared with itself is always the same. */
    private List<String> sameMachine() {
        EvidenceHeader primary = docket.primary().header();
        EvidenceHeader failover = docket.failover().header();
        if (isOneStackOverTime()) {
            return primary.runId().equals(failover.runId())
                    ? List.of("both evidences are one recording of " + primary.environment() + ", [" + primary.runId()
                            + "]; compare recordings of two runs")
                    : List.of();
        }
        List<String> reasons = new ArrayList<>();
        Set<String> shared = lowerCase(primary.addresses());
        shared.retainAll(lowerCase(failover.addresses()));
        if (!shared.isEmpty()) {
            reasons.add("both environments were asked at the same address "
                    + shared.stream().sorted().toList() + "; a stack compared with itself proves nothing");
        }
        if (!(primary.colocated() && failover.colocated())) {
            for (Map.Entry<String, String> machine : docket.primary().machines().entrySet()) {
                docket.failover().machines().forEach((node, digest) -> {
                    if (digest.equals(machine.getValue())) {
                        reasons.add("primary " + machine.getKey() + " and failover " + node
                                + " are one machine; say colocated: true in both environments if that is meant");
                    }
                });
            }
        }
        return reasons;
    }

    private boolean isOneStackOverTime() {
        return !docket.oneRun()
                && docket.primary()
                        .header()
                        .environment()
                        .equals(docket.failover().header().environment());
    }

    private static Set<String> lowerCase(List<String> addresses) {
        Set<String> lowered = new HashSet<>();
        addresses.forEach(address -> lowered.add(address.toLowerCase(Locale.ROOT)));
        return lowered;
    }
}
