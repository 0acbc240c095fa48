package org.stackparity.judge;

import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.stackparity.model.CheckId;

/** What to do about a finding that no rule explains, by the check that found it. */
final class Advice {
    private static final String ACCEPT =
            " If it is meant, name it in known-differences.yaml with a reason, an owner and an end.";
    private static final Map<String, String> BY_CHECK = Map.ofEntries(
            Map.entry(
                    "FUN-02",
                    "Take the node out of the balancer, read its error log for the time of the run, mend it."),
            Map.entry("FUN-03", "Compare the routing and the deployed modules of the node with the primary's."),
            Map.entry("FUN-04", "Compare templates, content and build of the node with the primary's."),
            Map.entry("FUN-05", "Compare tax, price and payment settings and the reference data of both databases."),
            Map.entry("FUN-06", "Copy the error pages and the error handling of the primary."),
            Map.entry("FUN-07", "Set the flag or setting as it is on the primary, and find out who changed it."),
            Map.entry("FUN-18", "Compare the routing and the deployed modules of the node with the primary's."),
            Map.entry("FUN-19", "Copy the error pages and the error handling of the primary."),
            Map.entry(
                    "FUN-20",
                    "Where one stack lacks what it masks, bring that stack in line; where both do, correct the selector in"
                            + " contract.yaml. Before one under private is taken out, make sure that the data are gone, and"
                            + " look for them in this run's evidence."),
            Map.entry("HDR-01", "Copy the security headers of the primary's web server or application configuration."),
            Map.entry("HDR-02", "Copy the cross-origin policy of the primary."),
            Map.entry(
                    "HDR-03",
                    "Copy the cache headers of the primary: a lost Vary serves one customer another's language."),
            Map.entry("HDR-04", "Correct the base address in the configuration: nobody may be sent to the other site."),
            Map.entry("HDR-05", "Copy content type and compression settings of the primary's web server."),
            Map.entry("LOC-02", "Compile the message catalogs from the same sources as on the primary."),
            Map.entry("LOC-03", "Look at the page in this language; compare catalogs, templates and locale settings."),
            Map.entry("LOC-04", "Compare the message catalogs of both stacks, message by message."),
            Map.entry("LOC-05", "Bring runtime and locale data (JDK, ICU, CLDR) to the primary's version."),
            Map.entry("LOC-08", "Bring runtime and locale data to the primary's version."),
            Map.entry("LOC-10", "Set LANG and LC_* of the service as on the primary and restart it."),
            Map.entry(
                    "SUB-01", "Set the zone of the host and its services as on the primary and restart the scheduler."),
            Map.entry("SUB-02", "Install the primary's crontab on the failover's jobs host."),
            Map.entry("SUB-03", "Compare the schedule's expression and zone with the primary's."),
            Map.entry("SUB-04", "Arm the jobs on exactly the site that the contract names; disarm them on the other."),
            Map.entry("SUB-06", "Look for what holds the scheduler's workers on the jobs host."),
            Map.entry("SUB-07", "Follow the canary through the scheduler's log on the jobs host."),
            Map.entry("SUB-08", "Stop the second scheduler, and make charging atomic before the next due time."),
            Map.entry("SUB-15", "Compare the billing rules (month end, leap day, zone) with the primary's."),
            Map.entry(
                    "LAT-01", "Compare phases in the report, then what the page waits for: database, sessions, calls."),
            Map.entry(
                    "LAT-02",
                    "Find out why the round trip is long: a server in another site, a slow link, a loaded host."),
            Map.entry("LAT-03", "Compare the session store's round trip and the number of session calls per page."),
            Map.entry(
                    "LAT-07",
                    "Give the process what it has on the primary: size of the host, quotas and limits of its service."),
            Map.entry("NET-02", "Look at links, connection limits and error logs of the node for the time of the run."),
            Map.entry("NET-10", "Find the process that holds the socket, and point it at the own site."),
            Map.entry("SES-02", "Give every node the same session secret and session settings."),
            Map.entry("SES-03", "Copy the cookie settings of the primary."),
            Map.entry("SES-04", "Point the application at the own site's session store and restart it."));

    private Advice() {}

    /** The ids of the checks that have advice of their own, sorted. */
    static SortedSet<String> checks() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(BY_CHECK.keySet()));
    }

    static String of(CheckId check) {
        return BY_CHECK.getOrDefault(check.value(), "Bring it in line with the primary.") + ACCEPT;
    }
}
