package org.stackparity.report.view;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.stackparity.model.Family;
import org.stackparity.model.FindingKind;
import org.stackparity.model.Judgement;
import org.stackparity.model.ParityReport;
import org.stackparity.model.Question;
import org.stackparity.model.Ruling;
import org.stackparity.model.RunSummary;
import org.stackparity.model.Verdict;

/** How reports say verdicts, kinds, counts and times; the same in every format. */
public final class Words {
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Words() {}

    /** What the verdict means for the person who asked, as one sentence that names the environments. */
    public static String sentence(Question question, Verdict verdict, RunSummary run) {
        String primary = run.primary();
        String failover = run.failover();
        if (run.isOverTime()) {
            return overTime(verdict, failover);
        }
        return switch (question) {
            case SWITCHOVER ->
                switch (verdict) {
                    case GO -> "Traffic may go over from " + primary + " to " + failover + ".";
                    case NO_GO -> "Do not send traffic from " + primary + " to " + failover + ".";
                    case UNDECIDED ->
                        "Not enough is known to send traffic from " + primary + " to " + failover
                                + ": treat it as NO-GO.";
                };
            case EMERGENCY ->
                switch (verdict) {
                    case GO -> failover + " can carry the site if " + primary + " is lost.";
                    case NO_GO -> failover + " cannot carry the site if " + primary + " is lost.";
                    case UNDECIDED ->
                        "Not enough is known to say whether " + failover + " can carry the site without " + primary
                                + ": treat it as NO-GO.";
                };
            case FAILBACK ->
                switch (verdict) {
                    case GO -> "Traffic may go back from " + failover + " to " + primary + ".";
                    case NO_GO -> "Do not send traffic back from " + failover + " to " + primary + ".";
                    case UNDECIDED ->
                        "Not enough is known to send traffic back from " + failover + " to " + primary
                                + ": treat it as NO-GO.";
                };
        };
    }

    /** One stack, recorded twice: nothing goes over from it to itself. */
    private static String overTime(Verdict verdict, String stack) {
        return switch (verdict) {
            case GO -> stack + " is what it was before.";
            case NO_GO -> stack + " is not what it was before.";
            case UNDECIDED ->
                "Not enough is known to say whether " + stack + " is what it was before: treat it as NO-GO.";
        };
    }

    /** What the report's verdict is for, as a reader says it. */
    public static String asked(ParityReport report) {
        return report.run().isOverTime() ? "the change" : of(report.question());
    }

    /** The rulings on the questions that were not asked; none where one stack was recorded twice. */
    public static List<Ruling> others(ParityReport report) {
        return report.run().isOverTime()
                ? List.of()
                : Arrays.stream(Question.values())
                        .filter(question -> question != report.question())
                        .map(question -> report.judgement().ruling(question))
                        .toList();
    }

    /** The question as a reader says it. */
    public static String of(Question question) {
        return switch (question) {
            case SWITCHOVER -> "switchover";
            case EMERGENCY -> "emergency failover";
            case FAILBACK -> "failback";
        };
    }

    /** The family as a heading. */
    public static String of(Family family) {
        return switch (family) {
            case TLS, DNS -> family.name();
            case FUNCTIONAL, LOCALE, SUBSCRIPTION, LATENCY, SESSION, DATA, HOST, NETWORK, PLAN, CUSTOM ->
                family.name().charAt(0) + family.word().substring(1);
        };
    }

    /** The exit code of a verdict, as in diff(1): 0 GO, 1 NO-GO, 2 UNDECIDED. */
    public static int exitCode(Verdict verdict) {
        return switch (verdict) {
            case GO -> 0;
            case NO_GO -> 1;
            case UNDECIDED -> 2;
        };
    }

    /** The verdict beside the promises that it stands on, like {@code GO for 212 of 240 promises}. */
    public static String promises(ParityReport report) {
        Judgement.Promises promises = report.judgement().promises();
        return report.ruling().verdict() == Verdict.GO
                ? "GO for " + String.format(Locale.ROOT, "%,d", promises.kept()) + " of "
                        + count(promises.total(), "promise")
                : kept(report);
    }

    /** How many promises are kept, like {@code 158 of 240 promises kept}. */
    public static String kept(ParityReport report) {
        Judgement.Promises promises = report.judgement().promises();
        return String.format(Locale.ROOT, "%,d of %s kept", promises.kept(), count(promises.total(), "promise"));
    }

    /** The kind as a reader says it. */
    public static String of(FindingKind kind) {
        return switch (kind) {
            case SAME -> "same";
            case DIFFERENT -> "different";
            case MISSING_ON_PRIMARY -> "missing on primary";
            case MISSING_ON_FAILOVER -> "missing on failover";
            case UNHEALTHY -> "unhealthy";
            case NOT_PROVEN -> "not proven";
            case NOT_OBSERVED -> "not observed";
            case NOT_AUTHORISED -> "not authorised";
            case NOT_APPLICABLE -> "not applicable";
            case NOISE -> "noise";
            case ACCEPTED -> "accepted";
        };
    }

    /** A single character that stands for the kind where there is no room, so that colour never stands alone. */
    public static String glyph(FindingKind kind) {
        return switch (kind) {
            case SAME -> "✓";
            case DIFFERENT -> "≠";
            case MISSING_ON_PRIMARY -> "◁";
            case MISSING_ON_FAILOVER -> "▷";
            case UNHEALTHY -> "✕";
            case NOT_PROVEN -> "≈";
            case NOT_OBSERVED -> "?";
            case NOT_AUTHORISED -> "⊘";
            case NOT_APPLICABLE -> "○";
            case NOISE -> "~";
            case ACCEPTED -> "•";
        };
    }

    /** How much a kind matters; the larger outweighs the smaller where one cell stands for several findings. */
    static int weight(FindingKind kind) {
        return switch (kind) {
            case UNHEALTHY -> 10;
            case MISSING_ON_FAILOVER -> 9;
            case MISSING_ON_PRIMARY -> 8;
            case DIFFERENT -> 7;
            case NOT_OBSERVED -> 6;
            case NOT_PROVEN -> 5;
            case NOT_AUTHORISED -> 4;
            case NOT_APPLICABLE -> 3;
            case ACCEPTED -> 2;
            case NOISE -> 1;
            case SAME -> 0;
        };
    }

    /** A number with its noun, like {@code 1 finding} or {@code 2,000 findings}. */
    public static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    /** The instant to the second, in UTC. */
    public static String of(Instant instant) {
        return INSTANT.format(instant);
    }

    /** The duration in its two largest units, like {@code 4 min 12 s} or {@code 812 ms}. */
    public static String of(Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return duration.toMillis() + " ms";
        }
        if (duration.compareTo(Duration.ofSeconds(10)) < 0) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return duration.toSeconds() + " s";
        }
        if (duration.compareTo(Duration.ofHours(1)) < 0) {
            return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
        }
        return duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }
}
