package org.stackparity.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.stackparity.model.Cause;
import org.stackparity.model.Finding;
import org.stackparity.model.NodeRef;

/**
 * A process that starts scheduled work does not run. Predicts jobs that are late or never end, and charges that do not come,
 * on the same stack.
 */
final class StoppedProcessRule implements CauseRule {
    private static final String OFFSETS = "SUB-01";
    private static final Set<String> WORK = Set.of("SUB-06", "SUB-07", "SUB-08");
    private static final Set<String> NOT_DONE = Set.of("not-charged", "late-job", "job-never-finished");

    @Override
    public List<Cause> explain(Claims claims) {
        List<Cause> causes = new ArrayList<>();
        for (Finding stopped : claims.unclaimed(OFFSETS)) {
            if (stopped.isFault("process-not-running")) {
                causes.add(cause(stopped, claims));
            }
        }
        return causes;
    }

    private static Cause cause(Finding stopped, Claims claims) {
        String who = Wording.nodes(stopped.nodes());
        String process = stopped.subject().get("layer");
        List<Finding> explained =
                claims.claim(finding -> finding.equals(stopped) || isNotDone(finding, stopped.nodes()));
        return new Cause(
                "stopped-process",
                process
                        + Wording.number(stopped.nodes(), " does not run on ", " runs on none of ")
                        + who
                        + (explained.size() > 1 ? ": jobs and charges do not come" : ""),
                Wording.worst(explained),
                stopped.nodes(),
                "Start " + process + " on " + who
                        + ", and let it start with the host; where it is meant to rest, take it out of processes.",
                explained);
    }

    private static boolean isNotDone(Finding finding, List<NodeRef> nodes) {
        return WORK.contains(finding.check().value())
                && finding.findFact("fault").filter(NOT_DONE::contains).isPresent()
                && finding.isOfStacksOf(nodes);
    }
}
