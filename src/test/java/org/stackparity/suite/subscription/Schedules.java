package org.stackparity.suite.subscription;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.stackparity.environment.Contract;
import org.stackparity.model.Case;
import org.stackparity.suite.junit.CaseSource;
import org.stackparity.suite.junit.CheckTarget;

/** The jobs of the contract as cases, {@code job · host-role}. */
final class Schedules {
    private Schedules() {}

    static List<Case> cases(Contract contract, Predicate<Contract.Schedule> wanted) {
        return contract.subscriptions().stream()
                .flatMap(subscriptions -> subscriptions.schedules().stream())
                .filter(wanted)
                .map(schedule -> Case.of("job", schedule.name()).with("host-role", schedule.hostRole()))
                .toList();
    }

    /** The job that a target is asked about. */
    static Contract.Schedule of(CheckTarget target) {
        return target.contract().subscriptions().orElseThrow().schedules().stream()
                .filter(schedule -> schedule.name().equals(target.subject().get("job"))
                        && schedule.hostRole().equals(target.subject().get("host-role")))
                .findFirst()
                .orElseThrow();
    }

    /** Says that a job stands in comments only, and that these differ. */
    static String ambiguous(Contract.Schedule schedule, String host, Crontab crontab) {
        return "The job [" + schedule.name() + "] stands in comments only in [" + schedule.crontab() + "] on " + host
                + ", and these differ: "
                + crontab.find(schedule.command()).stream()
                        .distinct()
                        .map(entry -> "["
                                + MaskedCommand.of(entry.schedule()
                                        + entry.user().map(user -> " " + user).orElse("") + " " + entry.command())
                                + "]")
                        .collect(Collectors.joining(", "))
                + "; leave the one that counts and remove the others.";
    }

    /** Every job. */
    static final class All implements CaseSource {
        @Override
        public List<Case> cases(Contract contract) {
            return Schedules.cases(contract, schedule -> true);
        }

        @Override
        public String input() {
            return "subscriptions.schedules";
        }
    }

    /** The jobs whose armed state is written somewhere. */
    static final class WithArmedState implements CaseSource {
        @Override
        public List<Case> cases(Contract contract) {
            return Schedules.cases(contract, schedule -> schedule.armed().isPresent());
        }

        @Override
        public String input() {
            return "subscriptions.schedules with armed";
        }
    }

    /** Every crontab that a job stands in, {@code crontab · host-role}. */
    static final class Crontabs implements CaseSource {
        @Override
        public List<Case> cases(Contract contract) {
            return contract.subscriptions().stream()
                    .flatMap(subscriptions -> subscriptions.schedules().stream())
                    .map(schedule -> Case.of("crontab", schedule.crontab()).with("host-role", schedule.hostRole()))
                    .distinct()
                    .toList();
        }

        @Override
        public String input() {
            return "subscriptions.schedules";
        }
    }
}
