package org.stackparity.suite.locale;

import java.util.List;
import org.stackparity.model.Family;
import org.stackparity.model.Severity;
import org.stackparity.suite.client.Cases.Processes;
import org.stackparity.suite.client.host.Hosts;
import org.stackparity.suite.client.host.HostsEarly;
import org.stackparity.suite.client.host.ProcessFacts;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.Early;
import org.stackparity.suite.junit.ParityCheck;
import org.stackparity.suite.junit.ParityCheck.Asked;
import org.stackparity.suite.junit.ParitySuite;
import org.stackparity.suite.junit.Recorder;

/** The processes run under the same language and character encoding, whatever their hosts are configured for. */
@ParitySuite
@Early(HostsEarly.class)
class ProcessLocaleParity {
    private static final List<String> ALWAYS = List.of("LANG", "LC_ALL");

    @ParityCheck(
            id = "LOC-10",
            name = "locale.process-environment",
            promise = "Texts are read and written in the same character encoding on every server.",
            family = Family.LOCALE,
            severity = Severity.MAJOR,
            deterministic = true,
            once = true,
            cases = Processes.class,
            of = Asked.WHERE_THE_CASE_SAYS)
    void processHasTheSameLocale(CheckTarget target, Recorder recorder) {
        ProcessFacts facts = Hosts.facts(target).process(Processes.of(target));
        ALWAYS.forEach(variable -> recorder.value("variable[" + variable + "]", "not set"));
        // Time zones are SUB-01's.
        facts.variables().forEach((variable, value) -> {
            if (!variable.equals("TZ")) {
                recorder.value("variable[" + variable + "]", value);
            }
        });
        facts.options().forEach((option, value) -> {
            if (!option.equals("user.timezone")) {
                recorder.value("option[" + option + "]", value);
            }
        });
    }
}
