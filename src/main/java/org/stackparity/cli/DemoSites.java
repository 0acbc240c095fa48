package org.stackparity.cli;

import java.nio.file.Path;
import java.util.List;
import org.stackparity.model.CheckId;

/** The reference stores that {@code parity demo} starts on this machine. Found by {@link java.util.ServiceLoader}. */
public interface DemoSites {

    /** The defects that can be seeded, in the order in which a reader should see them; names are unique. */
    List<Defect> defects();

    /** Names that stand for several defects, like {@code 2012}, with the names of those. */
    java.util.SortedMap<String, List<String>> groups();

    /**
     * Starts both sites with defects on the failover and returns when they are healthy, but for the defects.
     *
     * @param folder for everything that the sites write
     * @param defects names of {@link #defects()}; empty for a healthy pair
     * @return closing it stops everything
     * @throws IllegalStateException if a site does not start; the message says why and what to do
     */
    Running start(Path folder, List<String> defects);

    /**
     * Something that can be seeded.
     *
     * @param name in kebab case
     * @param oneNode whether it is on one node only
     * @param words what it is, one sentence
     * @param mustTurnRed the checks that must find it; never empty
     */
    record Defect(String name, boolean oneNode, String words, List<CheckId> mustTurnRed) {
        public Defect {
            mustTurnRed = List.copyOf(mustTurnRed);
        }
    }

    /** Sites that run. */
    interface Running extends AutoCloseable {
        /** How a person reaches them, one line. */
        String addresses();

        /** The folder of the pair with the addresses at which the sites run: the declared one, or a copy of it. */
        Path pair(Path declared);

        @Override
        void close();
    }
}
