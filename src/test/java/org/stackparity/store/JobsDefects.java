package org.stackparity.store;

import java.io.IOException;
import java.util.List;

/** Faults of scheduled work and of billing. */
final class JobsDefects {
    private JobsDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.onHosts(
                        "missing-schedule",
                        "subscription",
                        "The line that charges subscriptions is missing in the crontab of the failover.",
                        List.of("jobs1"),
                        List.of("SUB-02"),
                        List.of("jobs1", "charge-subscriptions"),
                        site -> site.host("jobs1").removeLines("etc/crontab", "[^#].*\\scharge-subscriptions")),
                Defect.onHosts(
                        "armed-standby",
                        "subscription",
                        "The production jobs of the failover are armed while those of the primary are.",
                        List.of("jobs1"),
                        List.of("SUB-04"),
                        List.of("jobs1", "armed"),
                        site -> site.host("jobs1").set(ShopHost.APP, "jobs.armed", "true")),
                Defect.onHosts(
                        "late-jobs",
                        "subscription",
                        "The stock feed of the failover is missing, and the job that waits for it holds the only worker.",
                        List.of("jobs1"),
                        List.of("SUB-06"),
                        List.of("jobs1", "import-stock"),
                        site -> site.host("jobs1").delete("spool/stock.csv")),
                Defect.onStagedSite(
                        "double-charge",
                        "subscription",
                        "A forgotten jobs host of the failover still runs the charge script of 2011, which asks nobody.",
                        List.of("jobs2"),
                        List.of("SUB-08"),
                        List.of("jobs2", "2"),
                        JobsDefects::addForgottenHost),
                Defect.onHosts(
                        "month-end-web2",
                        "subscription",
                        "web2 counts the next charge from the last one, so that the 31st drifts to the 28th.",
                        List.of("web2"),
                        List.of("SUB-15"),
                        List.of("web2", "28"),
                        site -> site.host("web2").set(ShopHost.APP, "billing.month-end", "drift")));
    }

    private static void addForgottenHost(StagedSite site) throws IOException {
        StagedHost host = site.addForgottenJobs("jobs2");
        host.writeText("etc/crontab", "* * * * * *      shop  charge-sandbox-2011\n");
    }
}
