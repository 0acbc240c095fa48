package org.stackparity.lab;

import java.util.List;
import org.stackparity.store.ShopHost;

/** Drift of zones, schedules and the jobs that charge. */
final class SubscriptionDrifts {
    private static final String LOCALTIME = "/etc/localtime";
    private static final String PACIFIC = "ln -sf /usr/share/zoneinfo/Etc/GMT+8 " + LOCALTIME;

    private SubscriptionDrifts() {}

    static List<Drift> all() {
        return List.of(
                wrongZone(),
                new Drift(
                        "host-in-other-zone",
                        "D01",
                        "The jobs host of the failover was set up in the zone of those who set it up.",
                        List.of("jobs1"),
                        List.of("SUB-01", "SUB-03"),
                        List.of(List.of("jobs1", "UTC-08:00")),
                        Stage.STANDBY,
                        failover -> {
                            failover.jobs().keep(LOCALTIME);
                            failover.jobs().run(PACIFIC, "true");
                            failover.jobs().restart("cron");
                        }),
                new Drift(
                        "zone-not-taken-over",
                        "D34",
                        "The zone of the jobs host was corrected, and cron was not started anew: it goes by the old one.",
                        List.of("jobs1"),
                        List.of("SUB-01"),
                        List.of(List.of("jobs1", "cron", "stale")),
                        Stage.STANDBY,
                        SubscriptionDrifts::correctWithoutRestart),
                new Drift(
                        "database-in-other-zone",
                        "D01",
                        "The database server of the failover has another time zone in its configuration.",
                        List.of("db1"),
                        List.of("SUB-01"),
                        List.of(List.of("database", "UTC-08:00")),
                        Stage.STANDBY,
                        failover -> {
                            String file = "/etc/postgresql/15/main/postgresql.conf";
                            failover.database().replace(file, "\ntimezone = 'Etc/UTC'", "\ntimezone = 'Etc/GMT+8'");
                        }),
                Drift.of("D04", "missing-schedule", Stage.STANDBY),
                new Drift(
                        "schedule-commented-out",
                        "D13",
                        "The line that charges subscriptions was commented out for maintenance, and stayed so.",
                        List.of("jobs1"),
                        List.of("SUB-02"),
                        List.of(List.of("jobs1", "charge-subscriptions", "missing")),
                        Stage.STANDBY,
                        failover -> failover.jobs().replace("etc/crontab", "\n0 2 * * *", "\n#0 2 * * *")),
                new Drift(
                        "schedule-moved",
                        "D04",
                        "The failover charges subscriptions at ten, as the primary did until last month.",
                        List.of("jobs1"),
                        List.of("SUB-03"),
                        List.of(List.of("charge-subscriptions", "8 h")),
                        Stage.STANDBY,
                        failover -> failover.jobs().replace("etc/crontab", "\n0 2 * * *", "\n0 10 * * *")),
                Drift.of("D03", "armed-standby", Stage.STANDBY),
                Drift.of("D11", "month-end-web2", Stage.STANDBY).saying(List.of(), "web2", "-28T"),
                new Drift(
                        "cron-not-started",
                        "D13",
                        "Cron is not started on the jobs host of the failover.",
                        List.of("jobs1"),
                        List.of("SUB-01", "SUB-06", "SUB-08"),
                        List.of(List.of("jobs1", "cron", "does not run")),
                        Stage.PROMOTED,
                        SubscriptionDrifts::stopCron),
                new Drift(
                        "late-jobs",
                        "D04",
                        "The stock feed of the failover is missing, and the job waits for it.",
                        List.of("jobs1"),
                        List.of("SUB-06"),
                        List.of(List.of("jobs1", "import-stock")),
                        Stage.PROMOTED,
                        failover -> {
                            failover.jobs().delete("spool/stock.csv");
                            failover.jobs().settle();
                            failover.awaitJobs();
                            // the job is patient for 20 s
                            failover.jobs().run("sleep 22", "true");
                        }),
                new Drift(
                        "sleepy-charges",
                        "D24",
                        "The worker of the sandbox's charges ends after a second and is started once a minute.",
                        List.of("jobs1"),
                        List.of("SUB-07"),
                        List.of(List.of("The canary was due at [", "charged")),
                        Stage.PROMOTED,
                        failover -> {
                            failover.jobs().set(ShopHost.APP, "jobs.sandbox-seconds", "1");
                            failover.jobs().settle();
                            failover.awaitJobs();
                        }),
                new Drift(
                        "leftover-trigger",
                        "D20",
                        "A trigger of the old billing is still in the failover's database and charges once more.",
                        List.of("db1"),
                        List.of("SUB-08"),
                        List.of(List.of("charged [2] times")),
                        Stage.PROMOTED,
                        SubscriptionDrifts::chargeTwice));
    }

    /** As in the embedded store, and cron has started its jobs in the other zone when the suite begins. */
    static Drift wrongZone() {
        Drift zone = Drift.of("D01", "wrong-zone", Stage.PROMOTED);
        return zone.with(failover -> {
            zone.change().apply(failover);
            failover.jobs().settle();
            failover.awaitJobs();
        });
    }

    private static void correctWithoutRestart(Failover failover) {
        failover.jobs().keep(LOCALTIME);
        failover.jobs().run(PACIFIC, "true");
        failover.jobs().restart("cron");
        // what a process has read may be two seconds older than the kernel tells
        failover.jobs().run("sleep 3; ln -sf /usr/share/zoneinfo/Etc/UTC " + LOCALTIME, "true");
    }

    /** The ledger tells of a minute's jobs that they are missing after another minute. */
    private static void stopCron(Failover failover) {
        failover.jobs().run("sv -w 20 down cron && (pkill -u shop java; sleep 75)", "sv -w 20 up cron");
    }

    private static void chargeTwice(Failover failover) {
        failover.sql(
                "CREATE FUNCTION charge_again() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                        + " IF pg_trigger_depth() = 1 THEN INSERT INTO sandbox_charge VALUES (NEW.*); END IF;"
                        + " RETURN NULL; END $$;"
                        + " CREATE TRIGGER charge_again AFTER INSERT ON sandbox_charge"
                        + " FOR EACH ROW EXECUTE FUNCTION charge_again();",
                "DROP TRIGGER charge_again ON sandbox_charge; DROP FUNCTION charge_again();");
    }
}
