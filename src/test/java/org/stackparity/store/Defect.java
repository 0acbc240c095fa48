package org.stackparity.store;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * A fault that a site can be given before it starts, by doing what would really cause it.
 *
 * @param name in kebab case, unique
 * @param family of the checks that it is there for, like {@code locale}
 * @param sentence what is wrong, in one sentence
 * @param hosts that it touches, like {@code web2}; never empty
 * @param checks ids that it must turn red; never empty. Others may turn red beside them
 * @param fact words that the named cause must hold, in any order; never empty
 * @param change how it is done
 */
public record Defect(
        String name,
        String family,
        String sentence,
        List<String> hosts,
        List<String> checks,
        List<String> fact,
        Change change) {

    public Defect {
        Objects.requireNonNull(change, "change");
        hosts = List.copyOf(hosts);
        checks = List.copyOf(checks);
        fact = List.copyOf(fact);
        if (hosts.isEmpty() || checks.isEmpty() || fact.isEmpty()) {
            throw new IllegalArgumentException("the defect [" + name + "] touches " + hosts + ", turns red " + checks
                    + " and says " + fact + "; expected at least one of each");
        }
    }

    /** Changes a staged site. */
    @FunctionalInterface
    public interface Change {
        void apply(StagedSite site) throws IOException;
    }

    /** Gives the site this defect; its processes must not have started. */
    public void apply(StagedSite site) throws IOException {
        change.apply(site);
    }

    /** Answers whether only one of the nodes with the same task has the defect. */
    public boolean isOnOneNode() {
        return hosts.size() == 1 && hosts.get(0).startsWith("web");
    }

    @Override
    public String toString() {
        return name;
    }
}
