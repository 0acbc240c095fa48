package org.stackparity.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.stackparity.model.Cause;
import org.stackparity.model.Finding;

/** Folds open findings into causes, the heaviest first: by severity, then facts before mere likeness, then by number. */
final class Causes {
    private static final Comparator<Cause> WEIGHT = Comparator.comparing(Cause::severity)
            .thenComparing(cause -> cause.rule().equals(LikenessRule.NAME))
            .thenComparingInt(cause -> -cause.findings().size())
            .thenComparing(Cause::fact);

    private Causes() {}

    /** Every open finding is in exactly one cause. */
    static List<Cause> of(List<Finding> open, List<Finding> all) {
        Claims claims = new Claims(open, all);
        List<CauseRule> rules = List.of(
                new ClockOffsetRule(),
                new MovedScheduleRule(),
                new StoppedProcessRule(),
                new CatalogRule(),
                new ForeignStoreRule(),
                new DistantServerRule(),
                new CapacityRule(),
                new FailingNodeRule(),
                new SporadicErrorsRule(),
                new OtherDocumentRule(),
                new MissingRecordRule(),
                new BuildRule(),
                new LocaleDataRule(),
                new EntranceRule(),
                new LikenessRule());
        List<Cause> causes = new ArrayList<>();
        rules.forEach(rule -> causes.addAll(rule.explain(claims)));
        causes.sort(WEIGHT);
        return causes;
    }
}
