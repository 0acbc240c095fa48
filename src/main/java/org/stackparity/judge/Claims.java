package org.stackparity.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stackparity.model.Finding;
import org.stackparity.model.NodeRef;

/** The open findings that no cause explains yet. Each is explained once, by the first rule that predicts its value. */
final class Claims {
    private final List<Finding> all;
    private List<Finding> unclaimed;

    /** @param all of the run, also those that are not open: they hold facts */
    Claims(List<Finding> open, List<Finding> all) {
        this.all = List.copyOf(all);
        this.unclaimed = List.copyOf(open);
    }

    Stream<Finding> all() {
        return all.stream();
    }

    /** What is left, in order of check, case and path. */
    List<Finding> unclaimed() {
        return List.copyOf(unclaimed);
    }

    /** The findings of a check that are left. */
    List<Finding> unclaimed(String check) {
        return unclaimed.stream()
                .filter(finding -> finding.check().value().equals(check))
                .toList();
    }

    /** What is left of a check, as far as it is wanted, by the nodes that deviate together. */
    Map<List<NodeRef>, List<Finding>> unclaimedByNodes(String check, Predicate<Finding> wanted) {
        return unclaimedByNodes(wanted.and(finding -> finding.check().value().equals(check)));
    }

    /** The same whatever the check. */
    Map<List<NodeRef>, List<Finding>> unclaimedByNodes(Predicate<Finding> wanted) {
        Map<List<NodeRef>, List<Finding>> byNodes = new LinkedHashMap<>();
        unclaimed.stream()
                .filter(wanted)
                .forEach(finding -> byNodes.computeIfAbsent(finding.nodes(), any -> new ArrayList<>())
                        .add(finding));
        return byNodes;
    }

    /** Takes the findings that a rule predicts off the list. */
    List<Finding> claim(Predicate<Finding> predicted) {
        Map<Boolean, List<Finding>> parted = unclaimed.stream().collect(Collectors.partitioningBy(predicted));
        unclaimed = parted.get(false);
        return List.copyOf(parted.get(true));
    }
}
