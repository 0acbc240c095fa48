package org.stackparity.environment;

import java.time.Duration;
import org.stackparity.environment.Contract.Canary;
import org.stackparity.environment.Contract.Ledger;
import org.stackparity.environment.Contract.Schedule;
import org.stackparity.environment.Contract.Subscriptions;

/** Makes {@link Subscriptions} of their part of a file that has no faults. */
final class SubscriptionsBinder {
    private static final int ONCE = 1;

    private SubscriptionsBinder() {}

    static Subscriptions bind(YamlValue subscriptions) {
        return new Subscriptions(
                ContractBinder.list(subscriptions.get("schedules"), SubscriptionsBinder::schedule),
                subscriptions.get("ledger").asOptional().map(SubscriptionsBinder::ledger),
                subscriptions.get("next-charges").texts(),
                subscriptions.get("canary").asOptional().map(SubscriptionsBinder::canary),
                subscriptions
                        .get("horizon")
                        .findText()
                        .map(Units::parseDuration)
                        .orElse(Subscriptions.DEFAULT_HORIZON));
    }

    private static Schedule schedule(YamlValue schedule) {
        return new Schedule(
                schedule.get("name").text(),
                schedule.get("host-role").text(),
                schedule.get("from").get("crontab").text(),
                schedule.get("from").get("command").text(),
                schedule.get("armed").asOptional().map(ContractBinder::setting),
                schedule.get("armed-on").text());
    }

    private static Ledger ledger(YamlValue ledger) {
        return new Ledger(
                ledger.get("get").text(),
                ledger.get("jobs").text(),
                ledger.get("name").text(),
                ledger.get("due").text(),
                ledger.get("finished").text(),
                duration(ledger.get("tolerance")),
                ledger.get("every").map(SubscriptionsBinder::duration));
    }

    private static Canary canary(YamlValue canary) {
        YamlValue charges = canary.get("charges");
        return new Canary(
                StepBinder.bind(canary.get("start")),
                canary.get("id").text(),
                canary.get("due").text(),
                duration(canary.get("due-in")),
                canary.get("watch").text(),
                canary.get("end").asOptional().map(StepBinder::bind),
                charges.get("at").text(),
                charges.get("instant").text(),
                charges.get("count").findInt().orElse(ONCE),
                duration(canary.get("tolerance")));
    }

    private static Duration duration(YamlValue value) {
        return Units.parseDuration(value.text());
    }
}
