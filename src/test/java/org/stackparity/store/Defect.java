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

    /** What a defect changes. */
    public sealed interface Change {

        /** Files of hosts, wherever the site runs. */
        @FunctionalInterface
        non-sealed interface OfFiles extends Change {
            void apply(ShopSite site) throws IOException;
        }

        /** Links, services or the number of hosts, which only the store on this machine lets be changed. */
        @FunctionalInterface
        non-sealed interface OfStagedSite extends Change {
            void apply(StagedSite site) throws IOException;
        }
    }

    /** A defect that changes files of hosts only, and so can be given to any site. */
    static Defect onHosts(
            String name,
            String family,
            String sentence,
            List<String> hosts,
            List<String> checks,
            List<String> fact,
            Change.OfFiles change) {
        return new Defect(name, family, sentence, hosts, checks, fact, change);
    }

    /** A defect of links, services or hosts that only the store on this machine can be given. */
    static Defect onStagedSite(
            String name,
            String family,
            String sentence,
            List<String> hosts,
            List<String> checks,
            List<String> fact,
            Change.OfStagedSite change) {
        return new Defect(name, family, sentence, hosts, checks, fact, change);
    }

    /** Answers whether any site can be given the defect, and not only one of this machine. */
    public boolean isPortable() {
        return change instanceof Change.OfFiles;
    }

    /**
     * Gives the site this defect; its processes must not have started.
     *
     * @throws IllegalArgumentException if the defect is not portable and the site is not one of this machine
     */
    public void apply(ShopSite site) throws IOException {
        if (change instanceof Change.OfFiles files) {
            files.apply(site);
        } else if (change instanceof Change.OfStagedSite parts && site instanceof StagedSite staged) {
            parts.apply(staged);
        } else {
            throw new IllegalArgumentException(
                    "the defect [" + name + "] changes links, services or hosts of a site that"
                            + " runs on this machine; expected such a site, or a defect that changes files only");
        }
    }

    /** The words that the named cause must hold where the site has other addresses than the store on this machine. */
    public List<String> factAt(ShopSite site) {
        String entrance = site.site().other().balancer().toString();
        return fact.stream()
                .map(word -> word.equals(entrance) ? site.otherEntrance().getAuthority() : word)
                .toList();
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
