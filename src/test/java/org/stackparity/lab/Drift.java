package org.stackparity.lab;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.stackparity.store.Defect;
import org.stackparity.store.Defects;

/**
 * Something that can come between two data centres that were the same, done by what would really cause it.
 *
 * @param name in kebab case, unique
 * @param driftClass of the catalogue, like {@code D05}; empty for a benign difference
 * @param sentence what is wrong, in one sentence
 * @param hosts that it touches, like {@code web2}; never empty
 * @param checks ids that it must turn red; empty for a benign difference, which none may call a blocker
 * @param facts for each cause that must be named the words that it must hold, in any order; of a combination several
 * @param stage that it needs
 * @param change how it is done; it is taken back by {@link Failover}, which has noted it
 */
public record Drift(
        String name,
        String driftClass,
        String sentence,
        List<String> hosts,
        List<String> checks,
        List<List<String>> facts,
        Stage stage,
        Change change) {

    public Drift {
        hosts = List.copyOf(hosts);
        checks = List.copyOf(checks);
        facts = List.copyOf(facts);
        if (hosts.isEmpty() || checks.isEmpty() != facts.isEmpty()) {
            throw new IllegalArgumentException("the drift [" + name + "] touches " + hosts + ", turns red " + checks
                    + " and says " + facts + "; expected at least one of each, or neither checks nor words");
        }
    }

    /** Changes the failover. */
    @FunctionalInterface
    public interface Change {
        void apply(Failover failover) throws IOException;
    }

    /** A difference that healthy data centres have, and no check may call a blocker. */
    public static Drift benign(String name, String sentence, List<String> hosts, Stage stage, Change change) {
        return new Drift(name, "", sentence, hosts, List.of(), List.of(), stage, change);
    }

    /** A defect of the reference store that is defined for both worlds. */
    static Drift of(String driftClass, String defectName, Stage stage) {
        Defect defect = Defects.find(defectName).iterator().next();
        return new Drift(
                defect.name(),
                driftClass,
                defect.sentence(),
                defect.hosts(),
                defect.checks(),
                List.of(defect.fact()),
                stage,
                defect::apply);
    }

    /** The same, done in another way. */
    Drift with(Change other) {
        return new Drift(name, driftClass, sentence, hosts, checks, facts, stage, other);
    }

    /** The same, where what must turn red and be said is known better in the lab. */
    Drift saying(List<String> moreChecks, String... words) {
        return new Drift(
                name,
                driftClass,
                sentence,
                hosts,
                Stream.concat(checks.stream(), moreChecks.stream()).distinct().toList(),
                List.of(List.of(words)),
                stage,
                change);
    }

    /** Several drifts at once, each of which must be named. */
    static Drift together(String name, String driftClass, String sentence, Stage stage, List<Drift> parts) {
        return new Drift(
                name,
                driftClass,
                sentence,
                parts.stream().flatMap(part -> part.hosts().stream()).distinct().toList(),
                parts.stream()
                        .flatMap(part -> part.checks().stream())
                        .distinct()
                        .toList(),
                parts.stream().flatMap(part -> part.facts().stream()).toList(),
                stage,
                failover -> {
                    for (Drift part : parts) {
                        part.change().apply(failover);
                    }
                });
    }

    public boolean isBenign() {
        return checks.isEmpty();
    }

    /** Whether only one of the hosts with the same task has it. */
    public boolean isOnOneNode() {
        return hosts.size() == 1 && hosts.get(0).startsWith("web");
    }

    @Override
    public String toString() {
        return name;
    }
}
