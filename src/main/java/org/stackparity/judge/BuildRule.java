package org.stackparity.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stackparity.model.Cause;
import org.stackparity.model.Finding;

/**
 * Nodes run another build. Predicts that the build's name appears where the primary's does; what else a build changes
 * nobody can predict, so it stays a cause of its own.
 */
final class BuildRule implements CauseRule {
    private static final int SHORTEST_NAME = 4;

    @Override
    public List<Cause> explain(Claims claims) {
        List<Cause> causes = new ArrayList<>();
        claims.unclaimedByNodes("FUN-01", finding -> finding.findFact("fault").isEmpty())
                .forEach((nodes, fields) -> {
                    List<Finding> explained = claims.claim(finding -> fields.contains(finding)
                            || (finding.nodes().equals(nodes)
                                    && fields.stream().anyMatch(field -> isRenamed(finding, field))));
                    causes.add(new Cause(
                            "other-build",
                            Wording.nodes(nodes) + Wording.number(nodes, " runs", " run") + " another build: "
                                    + Wording.inPlaceOf(fields),
                            Wording.worst(explained),
                            nodes,
                            "Deploy the primary's build to " + Wording.nodes(nodes)
                                    + " and look at the other causes again: some of them may be its doing.",
                            explained));
                });
        return causes;
    }

    /** The same but for the build's name, as a word of its own; a name like 1 is too short to be told from a number. */
    private static boolean isRenamed(Finding finding, Finding field) {
        Optional<String> before = field.primary().filter(name -> name.length() >= SHORTEST_NAME);
        Optional<String> after = field.failover();
        if (before.isEmpty()
                || after.isEmpty()
                || finding.primary().isEmpty()
                || finding.failover().isEmpty()
                || finding.findFact("fault").isPresent()) {
            return false;
        }
        Pattern name = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(before.get()) + "(?![\\p{L}\\p{N}])");
        return name.matcher(finding.primary().get())
                .replaceAll(Matcher.quoteReplacement(after.get()))
                .equals(finding.failover().get());
    }
}
