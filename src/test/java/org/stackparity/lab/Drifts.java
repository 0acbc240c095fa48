package org.stackparity.lab;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What can be seeded into the failover: the day of 2012 first, then by family, and the benign differences last. */
public final class Drifts {
    private static final List<Drift> ALL = Stream.of(
                    List.of(dayOf2012()),
                    FunctionalDrifts.all(),
                    LocaleDrifts.all(),
                    SubscriptionDrifts.all(),
                    SessionDrifts.all(),
                    NetworkDrifts.all(),
                    BenignDifferences.all())
            .flatMap(List::stream)
            .toList();

    /** Into so many parts the list is taken apart where all of it takes too long. */
    public static final int PARTS = 9;

    private Drifts() {}

    public static List<Drift> all() {
        return ALL;
    }

    /**
     * A drift by its name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Drift find(String name) {
        return ALL.stream()
                .filter(drift -> drift.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no drift [" + name + "]"));
    }

    /**
     * Every ninth of the drifts, so that each part has some of each family.
     *
     * @param first of the part, from 0 to 8
     */
    public static List<Drift> part(int first) {
        return IntStream.range(0, ALL.size())
                .filter(index -> index % PARTS == first)
                .mapToObj(ALL::get)
                .toList();
    }

    private static Drift dayOf2012() {
        return Drift.together(
                "2012",
                "D01",
                "The failover as it was on 3 October 2012: all four at once.",
                Stage.PROMOTED,
                List.of(
                        SubscriptionDrifts.wrongZone(),
                        Drift.of("D05", "missing-catalogs", Stage.STANDBY),
                        SessionDrifts.foreignSessions(),
                        NetworkDrifts.faultySwitch()));
    }
}
