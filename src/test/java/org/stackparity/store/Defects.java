package org.stackparity.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The faults that a site of the store can be given. */
public final class Defects {
    private Defects() {}

    /** All defects, in the order in which they are shown. */
    public static List<Defect> all() {
        return List.of();
    }

    /**
     * The defects that a name stands for: one, or a group.
     *
     * @throws IllegalArgumentException if there is no such defect
     */
    public static Set<Defect> find(String name) {
        return Set.of(Optional.<Defect>empty()
                .orElseThrow(() -> new IllegalArgumentException("there is no defect [" + name + "]")));
    }
}
