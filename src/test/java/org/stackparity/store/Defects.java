package org.stackparity.store;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The faults that a site of the store can be given. Those that touch different things can be given together. */
public final class Defects {
    /** The group of the four faults that one failover had in October 2012. */
    public static final String FAILOVER_OF_2012 = "2012";

    private static final List<Defect> ALL = Stream.of(
                    FailoverOf2012.all(),
                    FunctionalDefects.all(),
                    LocaleDefects.all(),
                    JobsDefects.all(),
                    SessionDefects.all(),
                    HeaderDefects.all(),
                    NetworkDefects.all())
            .flatMap(List::stream)
            .toList();

    private Defects() {}

    /** All defects, those of 2012 first, then by family. */
    public static List<Defect> all() {
        return ALL;
    }

    /** The groups by name, each with its defects in order. */
    public static Map<String, List<Defect>> groups() {
        return Map.of(FAILOVER_OF_2012, FailoverOf2012.all());
    }

    /**
     * The defects that a name stands for: one, or those of a group, in order.
     *
     * @throws IllegalArgumentException if there is no such defect, with the nearest name that there is
     */
    public static Set<Defect> find(String name) {
        return Optional.ofNullable(groups().get(name))
                .or(() -> ALL.stream()
                        .filter(defect -> defect.name().equals(name))
                        .findFirst()
                        .map(List::of))
                .<Set<Defect>>map(LinkedHashSet::new)
                .orElseThrow(() -> new IllegalArgumentException("the defect is [" + name + "]; expected one of the "
                        + ALL.size() + " known ones. Did you mean [" + nearest(name) + "]?"));
    }

    private static String nearest(String name) {
        LevenshteinDistance slips = LevenshteinDistance.getDefaultInstance();
        return Stream.concat(groups().keySet().stream(), ALL.stream().map(Defect::name))
                .min(Comparator.<String>comparingInt(known -> slips.apply(known, name))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }
}
