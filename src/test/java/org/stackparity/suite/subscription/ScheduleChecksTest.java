package org.stackparity.suite.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.Role;
import org.stackparity.whole.TwoStacks;

/** Zones, crontabs and armed jobs of two real hosts. Long, since the four checks look at the same two hosts. */
@EnabledOnOs(OS.LINUX)
class ScheduleChecksTest {
    private static final String CONTRACT = """
            processes: [{name: jobs, host-role: jobs, pid-file: run/app.pid}]
            subscriptions:
              schedules:
                - name: charge
                  host-role: jobs
                  from: {crontab: etc/crontab, command: charge}
                  armed: {file: etc/app.properties, key: jobs.armed}
                  armed-on: primary
              horizon: 60d
            """;

    /** Where no setting says whether a job runs, its line does. */
    private static final String WITHOUT_SETTING = CONTRACT.replaceFirst("(?m)^ *armed: .*\\R", "");

    @TempDir
    Path folder;

    private TwoStacks stacks;
    private final Map<Role, Path> hosts = new EnumMap<>(Role.class);

    @BeforeEach
    void bothChargeAtTwo() throws IOException {
        stacks = new TwoStacks(folder);
        for (Role role : Role.values()) {
            Path host = stacks.host(role, "jobs1", "jobs");
            hosts.put(role, host);
            TwoStacks.write(host, "etc/crontab", "0 2 * * * shop charge\n30 6 * * * shop remind --all\n");
            TwoStacks.write(host, "etc/app.properties", "jobs.armed=" + (role == Role.PRIMARY) + "\n");
        }
        stacks.process(hosts.get(Role.PRIMARY), Map.of("TZ", "UTC"), "sleep", "60");
    }

    @AfterEach
    void stop() {
        stacks.close();
    }

    @Test
    void equalSchedulesInEqualZonesAreTheSame() throws IOException {
        runFailoverIn("Etc/UTC");
        assertThat(stacks.findings(CONTRACT, "SUB-01", "SUB-02", "SUB-03", "SUB-04"))
                .extracting(Finding::kind)
                .containsOnly(FindingKind.SAME);
    }

    @Test
    void anotherZoneOfTheSchedulerMovesEveryInstantAndDisagreesWithItsHost() throws IOException {
        runFailoverIn("Etc/GMT+8");
        List<Finding> open = open("SUB-01", "SUB-03");
        assertThat(open)
                .filteredOn(finding -> finding.path().equals("offset"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.primary()).contains("+00:00");
                    assertThat(finding.failover()).contains("-08:00");
                    assertThat(finding.subject().get("layer")).isEqualTo("jobs");
                });
        assertThat(open)
                .extracting(finding -> finding.findFact("fault").orElse(""))
                .contains("layers-disagree");
        assertThat(open)
                .filteredOn(finding -> finding.path().matches("next\\[\\d{4}-\\d{2} #1]"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.primary().orElseThrow()).endsWith("-01T02:00:00Z");
                    assertThat(finding.failover().orElseThrow()).endsWith("-01T10:00:00Z");
                });
        assertThat(open)
                .extracting(Finding::path)
                .filteredOn(path -> path.endsWith("].digest"))
                .as("a digest of each month")
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void aZoneThatWasCorrectedBehindARunningSchedulerDiffersUntilItIsRestarted() throws IOException {
        link(hosts.get(Role.PRIMARY));
        for (Path host : hosts.values()) {
            stacks.process(host, Map.of(), "sleep", "60");
        }
        Instant start = Instant.now();
        await().until(() -> Instant.now().isAfter(start.plusSeconds(4)));
        link(hosts.get(Role.FAILOVER));
        assertThat(open("SUB-01", "SUB-03")).singleElement().satisfies(finding -> {
            assertThat(finding.path()).isEqualTo("zone-in-memory");
            assertThat(finding.primary()).contains("current");
            assertThat(finding.failover()).contains("stale until a restart");
            assertThat(finding.subject().get("layer")).isEqualTo("jobs");
            assertThat(finding.nodes()).hasToString("[failover jobs1]");
        });
    }

    @Test
    void aSchedulerThatLeftItsPidFileBehindIsAFault() throws IOException {
        TwoStacks.write(hosts.get(Role.FAILOVER), "run/app.pid", "4194305\n");
        assertThat(open("SUB-01")).singleElement().satisfies(finding -> {
            assertThat(finding.findFact("fault")).contains("process-not-running");
            assertThat(finding.reason()).contains("jobs does not run on jobs1").contains("[run/app.pid]");
            assertThat(finding.nodes()).hasToString("[failover jobs1]");
        });
    }

    @Test
    void aZoneThatWasSetBeforeTheSchedulerStartedIsSilent() throws IOException {
        for (Path host : hosts.values()) {
            link(host);
            stacks.process(host, Map.of(), "sleep", "60");
        }
        assertThat(stacks.findings(CONTRACT, "SUB-01", "SUB-03"))
                .extracting(Finding::kind)
                .containsOnly(FindingKind.SAME);
    }

    @Test
    void everyMonthOfTheWindowIsRecordedAlsoOneWithoutAnInstant() throws IOException {
        runFailoverIn("UTC");
        for (Path host : hosts.values()) {
            TwoStacks.write(host, "etc/crontab", "0 2 1 */2 * shop charge\n");
        }
        YearMonth first = YearMonth.now(ZoneOffset.UTC);
        assertThat(stacks.run(CONTRACT, "SUB-03").get(0).observations().get(0).values())
                .containsEntry("instants[" + first + "].count", first.getMonthValue() % 2 == 0 ? "0" : "1")
                .containsEntry(
                        "instants[" + first.plusMonths(1) + "].count", first.getMonthValue() % 2 == 0 ? "1" : "0");
    }

    @Test
    void aChangeOfClocksAfterThousandsOfInstantsIsSeen() throws IOException {
        for (Role role : Role.values()) {
            TwoStacks.write(hosts.get(role), "etc/crontab", "*/10 8-18 * * * shop charge\n");
            stacks.process(
                    hosts.get(role),
                    Map.of("TZ", role == Role.PRIMARY ? "Europe/Berlin" : "Africa/Algiers"),
                    "sleep",
                    "60");
        }
        assertThat(stacks.findings(CONTRACT.replace("60d", "400d"), "SUB-03"))
                .filteredOn(Finding::isOpen)
                .extracting(Finding::path)
                .filteredOn(path -> path.endsWith(".digest"))
                .hasSizeBetween(7, 9);
    }

    @Test
    void aScheduleThatIsGoneIsMissing() throws IOException {
        runFailoverIn("UTC");
        TwoStacks.write(hosts.get(Role.FAILOVER), "etc/crontab", "30 6 * * * shop remind --all\n");
        assertThat(open("SUB-02", "SUB-03"))
                .extracting(finding -> finding.check() + " " + finding.path() + " " + finding.kind())
                .containsExactly(
                        "SUB-02 entry[charge].schedule MISSING_ON_FAILOVER",
                        "SUB-02 entry[charge].user MISSING_ON_FAILOVER",
                        "SUB-03  UNHEALTHY");
    }

    @Test
    void aJobThatIsCommentedOutOnBothSitesIsAFaultWhereItIsMeantToRun() throws IOException {
        runFailoverIn("UTC");
        for (Path host : hosts.values()) {
            TwoStacks.write(host, "etc/crontab", "#0 2 * * * shop charge\n30 6 * * * shop remind --all\n");
        }
        assertThat(open("SUB-02", "SUB-03")).singleElement().satisfies(finding -> {
            assertThat(finding.findFact("fault")).contains("disabled-schedule");
            assertThat(finding.nodes()).hasToString("[primary jobs1]");
        });
    }

    @Test
    void aStandbyMayRestByComments() throws IOException {
        runFailoverWithAComment();
        assertThat(stacks.findings(WITHOUT_SETTING, "SUB-02", "SUB-03"))
                .extracting(Finding::kind)
                .containsOnly(FindingKind.SAME);
    }

    @Test
    void aJobThatRestsByASettingIsMissingWhereItsLineIsAComment() throws IOException {
        runFailoverWithAComment();
        assertThat(open("SUB-02"))
                .extracting(finding -> finding.path() + " " + finding.kind())
                .containsExactlyInAnyOrder(
                        "entry[charge].schedule MISSING_ON_FAILOVER", "entry[charge].user MISSING_ON_FAILOVER");
    }

    @Test
    void aJobThatRestsByACommentHasTheSameScheduleAllTheSame() throws IOException {
        runFailoverIn("UTC");
        TwoStacks.write(
                hosts.get(Role.FAILOVER), "etc/crontab", "#0 3 * * * shop charge\n#30 6 * * * shop remind --all\n");
        assertThat(stacks.findings(WITHOUT_SETTING, "SUB-02", "SUB-03"))
                .filteredOn(finding -> finding.kind().isDeviation())
                .extracting(finding -> finding.check() + " " + finding.path().replaceAll("\\[\\d.*", ""))
                .contains("SUB-02 entry[charge].schedule", "SUB-02 entry[remind 4f8b7be3].schedule", "SUB-03 next");
    }

    @Test
    void commentsOfARestingJobThatDifferAreNotObserved() throws IOException {
        runFailoverIn("UTC");
        TwoStacks.write(
                hosts.get(Role.FAILOVER),
                "etc/crontab",
                "#0 3 * * * shop charge\n#0 2 * * * shop charge\n30 6 * * * shop remind --all\n");
        assertThat(stacks.findings(CONTRACT, "SUB-02", "SUB-03"))
                .filteredOn(finding -> finding.kind() != FindingKind.SAME)
                .hasSize(2)
                .allSatisfy(finding -> {
                    assertThat(finding.kind()).isEqualTo(FindingKind.NOT_OBSERVED);
                    assertThat(finding.reason())
                            .contains(
                                    "The job [charge] stands in comments only in [etc/crontab] on jobs1",
                                    "[0 3 * * * shop charge], [0 2 * * * shop charge]",
                                    "leave the one that counts");
                });
    }

    @Test
    void commentsThatDifferAreAFaultWhereTheJobIsMeantToRun() throws IOException {
        runFailoverIn("UTC");
        TwoStacks.write(hosts.get(Role.PRIMARY), "etc/crontab", "#0 3 * * * shop charge\n#0 2 * * * shop charge\n");
        assertThat(open("SUB-03")).singleElement().satisfies(finding -> {
            assertThat(finding.findFact("fault")).contains("disabled-schedule");
            assertThat(finding.reason()).contains("leave the one that counts");
        });
    }

    @Test
    void aCommentThatStandsTwiceOrBesideALiveLineMeansNothing() throws IOException {
        runFailoverIn("UTC");
        TwoStacks.write(
                hosts.get(Role.PRIMARY),
                "etc/crontab",
                "#0 3 * * * shop charge\n#0 4 * * * shop charge\n0 2 * * * shop charge\n30 6 * * * shop remind --all\n");
        TwoStacks.write(
                hosts.get(Role.FAILOVER),
                "etc/crontab",
                "#0 2 * * * shop charge\n#0 2 * * * shop charge\n30 6 * * * shop remind --all\n");
        assertThat(stacks.findings(WITHOUT_SETTING, "SUB-02", "SUB-03"))
                .extracting(Finding::kind)
                .containsOnly(FindingKind.SAME);
    }

    @Test
    void theOrderOfTheLinesOfAJobMeansNothing() throws IOException {
        runFailoverIn("UTC");
        String early = "0 2 * * * shop charge --early\n";
        String late = "0 14 * * * shop charge --late\n";
        TwoStacks.write(hosts.get(Role.PRIMARY), "etc/crontab", early + late);
        TwoStacks.write(hosts.get(Role.FAILOVER), "etc/crontab", late + early);
        assertThat(stacks.findings(CONTRACT, "SUB-02"))
                .extracting(Finding::kind)
                .containsOnly(FindingKind.SAME);
    }

    @Test
    void aLineThatCronRefusesDiffers() throws IOException {
        runFailoverIn("UTC");
        TwoStacks.write(
                hosts.get(Role.FAILOVER),
                "etc/crontab",
                "0 2 * * * shop charge\n30 6 * * * shop remind --all\n61 2 * * * shop refund\n");
        assertThat(open("SUB-02")).extracting(Finding::path).containsExactly("malformed[1]");
    }

    @Test
    void aCrontabThatIsTooLongToReadIsNotObserved() throws IOException {
        runFailoverIn("UTC");
        for (Path host : hosts.values()) {
            TwoStacks.write(host, "etc/crontab", "0 2 * * * shop charge\n" + "# nothing\n".repeat(30_000));
        }
        assertThat(stacks.findings(CONTRACT, "SUB-02"))
                .extracting(Finding::kind)
                .containsOnly(FindingKind.NOT_OBSERVED);
    }

    @Test
    void aVariableIsComparedWithoutBeingShown() throws IOException {
        runFailoverIn("UTC");
        for (Role role : Role.values()) {
            String hook = "SLACK_WEBHOOK=https://hooks.slack.com/services/hunter-" + role.word() + "\n";
            String same = "REPORT_TO=https://hunter@reports.test/\nTZ=UTC\n";
            TwoStacks.write(hosts.get(role), "etc/crontab", hook + same + "0 2 * * * shop charge\n");
        }
        List<Finding> open = open("SUB-02");
        assertThat(open).extracting(Finding::path).containsExactly("variable[SLACK_WEBHOOK]");
        assertThat(open.toString()).doesNotContain("hunter");
    }

    @Test
    void anotherHourDiffers() throws IOException {
        runFailoverIn("UTC");
        TwoStacks.write(
                hosts.get(Role.FAILOVER), "etc/crontab", "0 3 * * * shop charge\n30 6 * * * shop remind --all\n");
        assertThat(open("SUB-02")).extracting(Finding::path).containsExactly("entry[charge].schedule");
    }

    @Test
    void aSecondLineOfTheSameJobIsMissingOnThePrimary() throws IOException {
        runFailoverIn("UTC");
        TwoStacks.write(
                hosts.get(Role.FAILOVER),
                "etc/crontab",
                "0 14 * * * shop charge\n30 6 * * * shop remind --all\n0 2 * * * shop charge\n");
        assertThat(open("SUB-02", "SUB-03"))
                .extracting(finding -> finding.check() + " " + finding.path().replaceFirst("\\[\\d{4}-\\d{2} ", "["))
                .contains("SUB-02 entry[charge #2].schedule", "SUB-03 next[#2]");
    }

    @Test
    void anArmedStandbyIsAFault() throws IOException {
        runFailoverIn("UTC");
        TwoStacks.write(hosts.get(Role.FAILOVER), "etc/app.properties", "jobs.armed=true\n");
        assertThat(fault("SUB-04")).isEqualTo("armed-on-standby");
    }

    @Test
    void theFaultNamesWhatTheEnvironmentDeclares() throws IOException {
        runFailoverIn("UTC");
        stacks.environment(Role.FAILOVER, "standby: {jobs: disarmed}\n");
        TwoStacks.write(hosts.get(Role.FAILOVER), "etc/app.properties", "jobs.armed=true\n");
        assertThat(open("SUB-04"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString())
                        .contains("armed on jobs1", "standby.jobs in failover.yaml is [disarmed]"));
    }

    @Test
    void aPrimaryThatIsNotArmedIsAFault() throws IOException {
        runFailoverIn("UTC");
        TwoStacks.write(hosts.get(Role.PRIMARY), "etc/app.properties", "jobs.armed=false\n");
        assertThat(fault("SUB-04")).isEqualTo("not-armed");
    }

    @Test
    void twoArmedHostsOfOneSiteAreAFault() throws IOException {
        runFailoverIn("UTC");
        TwoStacks.write(stacks.host(Role.PRIMARY, "jobs2", "jobs"), "etc/app.properties", "jobs.armed=true\n");
        assertThat(fault("SUB-04")).isEqualTo("armed-twice");
    }

    @Test
    void anArmedStateThatNobodyCanReadIsNotObserved() throws IOException {
        runFailoverIn("UTC");
        Files.delete(hosts.get(Role.FAILOVER).resolve("etc/app.properties"));
        assertThat(stacks.findings(CONTRACT, "SUB-04"))
                .extracting(Finding::kind)
                .containsExactly(FindingKind.NOT_OBSERVED);
    }

    /** Makes the link of a host's zone anew, with the name of the zone that it has anyway. */
    private static void link(Path host) throws IOException {
        Path zone = host.resolve("usr/share/zoneinfo")
                .resolve(ZoneId.systemDefault().getId());
        Files.createSymbolicLink(host.resolve("etc/localtime"), zone);
    }

    /** The failover in the primary's zone, with the line that charges in a comment. */
    private void runFailoverWithAComment() throws IOException {
        runFailoverIn("UTC");
        TwoStacks.write(
                hosts.get(Role.FAILOVER), "etc/crontab", "#0 2 * * * shop charge\n30 6 * * * shop remind --all\n");
    }

    private void runFailoverIn(String zone) throws IOException {
        stacks.process(hosts.get(Role.FAILOVER), Map.of("TZ", zone), "sleep", "60");
    }

    private String fault(String check) throws IOException {
        List<Finding> open = open(check);
        assertThat(open).hasSize(1);
        return open.get(0).findFact("fault").orElse("");
    }

    private List<Finding> open(String... checks) throws IOException {
        return stacks.findings(CONTRACT, checks).stream()
                .filter(Finding::isOpen)
                .toList();
    }
}
