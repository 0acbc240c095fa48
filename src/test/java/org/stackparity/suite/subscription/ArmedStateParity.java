package org.stackparity.suite.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.stackparity.environment.Contract;
import org.stackparity.environment.Environment;
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

/** Jobs run on the site that they are meant to run on, on one host of it, and nowhere else. */
@ParitySuite
@Early(HostsEarly.class)
class ArmedStateParity {
    private static final Set<String> ON = Set.of("true", "on", "yes", "1", "enabled", "armed");
    private static final Set<String> OFF = Set.of("false", "off", "no", "0", "disabled", "disarmed");

    @ParityCheck(
            id = "SUB-04",
            name = "subscription.armed-state",
            promise = "No job runs twice because both sites run it, and none is left out because neither does.",
            family = Family.SUBSCRIPTION,
            severity = Severity.BLOCKER,
            deterministic = true,
            once = true,
            cases = Schedules.WithArmedState.class,
            of = Asked.WHERE_THE_CASE_SAYS,
            rules = @Rule(paths = "*", comparison = Comparison.SHOWN))
    void jobIsArmedWhereItIsMeantToBe(CheckTarget target, Recorder recorder) {
        Contract.Schedule schedule = Schedules.of(target);
        boolean armed = isArmed(target, schedule, target.node());
        List<String> armedHosts = new ArrayList<>();
        for (Environment.Host host : target.environment().hostsOf(schedule.hostRole())) {
            if (isArmed(target, schedule, host.name())) {
                armedHosts.add(host.name());
            }
        }
        recorder.value("armed", Boolean.toString(armed));
        recorder.value("armed.hosts", armedHosts.size());
        String job =
                "The job [" + schedule.name() + "] of " + target.environment().name();
        String meant = "; it is meant to be armed on " + schedule.meantOn() + ", on one host"
                + declared(target.environment()) + ".";
        if (!schedule.isMeantFor(target.role())) {
            recorder.require(!armed, "armed-on-standby", "armed", () -> job + " is armed on " + target.node() + meant);
        } else if (armedHosts.isEmpty()) {
            recorder.fault("not-armed", "armed", job + " is armed on no host" + meant);
        } else if (armed && armedHosts.size() > 1) {
            recorder.fault("armed-twice", "armed", job + " is armed on " + armedHosts + meant);
        }
    }

    /** What the environment's own file says, which never contradicts the contract. */
    private static String declared(Environment environment) {
        return environment
                .standby()
                .armed()
                .map(armed -> ", and standby.jobs in " + environment.role().word() + ".yaml is ["
                        + (armed ? "armed" : "disarmed") + "]")
                .orElse("");
    }

    private static boolean isArmed(CheckTarget target, Contract.Schedule schedule, String host) {
        Contract.Setting setting = schedule.armed().orElseThrow();
        String value = Hosts.of(target.pass())
                .facts(host)
                .setting(setting)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .orElse("");
        if (!ON.contains(value) && !OFF.contains(value)) {
            throw new NotObservedException("The key [" + setting.key() + "] in [" + setting.file() + "] of the host "
                    + host + " is [" + value + "]; expected a word like true or false.");
        }
        return ON.contains(value);
    }
}
