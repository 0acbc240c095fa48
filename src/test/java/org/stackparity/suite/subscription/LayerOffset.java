package org.stackparity.suite.subscription;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Optional;
import org.stackparity.suite.client.host.Probes;
import org.stackparity.suite.client.host.ProcessFacts;
import org.stackparity.suite.client.host.ZoneFacts;
import org.stackparity.suite.junit.NotObservedException;

/**
 * The UTC offset of one layer, now and where summer and winter differ most.
 *
 * @param zone how the layer calls its zone; {@code unnamed} if it does not
 * @param june empty where the layer tells its present offset only
 */
record LayerOffset(String zone, ZoneOffset now, Optional<ZoneOffset> june, Optional<ZoneOffset> december) {

    static LayerOffset of(ZoneFacts zone, Probes probes) {
        return new LayerOffset(
                zone.name(),
                zone.at(probes.now()),
                Optional.of(zone.at(probes.june())),
                Optional.of(zone.at(probes.december())));
    }

    /** A Java process follows its option {@code user.timezone} before the environment. */
    static LayerOffset of(ProcessFacts process, Probes probes) {
        String option = process.options().getOrDefault("user.timezone", "");
        return option.isEmpty() ? of(process.zone(), probes) : of(option, probes);
    }

    /**
     * The offsets of a zone by its name, as this machine's time zone data have them.
     *
     * @throws NotObservedException if the name is not known here
     */
    static LayerOffset of(String zone, Probes probes) {
        try {
            ZoneRules rules = ZoneId.of(zone).getRules();
            return new LayerOffset(
                    zone,
                    rules.getOffset(probes.now()),
                    Optional.of(rules.getOffset(probes.june())),
                    Optional.of(rules.getOffset(probes.december())));
        } catch (DateTimeException e) {
            throw new NotObservedException("The time zone [" + zone + "] is not known here: " + e.getMessage() + ".");
        }
    }

    boolean disagreesWith(LayerOffset other) {
        return !now.equals(other.now)
                || isBoth(june, other.june) && !june.equals(other.june)
                || isBoth(december, other.december) && !december.equals(other.december);
    }

    private static boolean isBoth(Optional<ZoneOffset> one, Optional<ZoneOffset> other) {
        return one.isPresent() && other.isPresent();
    }

    /** An offset as people write it: {@code +00:00} where Java says {@code Z}. */
    static String text(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
    }

    /** Like {@code UTC-08:00 (Etc/GMT+8)}. */
    @Override
    public String toString() {
        return "UTC" + text(now) + " (" + zone + ")";
    }
}
