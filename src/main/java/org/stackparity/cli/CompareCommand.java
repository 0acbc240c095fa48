package org.stackparity.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.stackparity.evidence.EvidenceReader;
import org.stackparity.model.Evidence;
import org.stackparity.model.KnownDifference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parity compare EVIDENCE EVIDENCE}. */
@Command(
        name = "compare",
        description = {
            "Compares two recorded evidences, of whatever runs: a stack before and after an upgrade, or last night's"
                    + " primary with a live failover (--for emergency).",
            "The first stands for the primary, the second for the failover. The report goes to"
                    + " target/parity/compare-<time>/."
        })
final class CompareCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "EVIDENCE",
            description = "An evidence file (.jsonl): before, or the primary.")
    Path before = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "EVIDENCE",
            description = "An evidence file (.jsonl): after, or the failover.")
    Path after = Path.of("");

    @Option(
            names = "--pair",
            paramLabel = "PAIR",
            description = "Whose known differences count (default: the recorded pair, where it is here).")
    Optional<String> pair = Optional.empty();

    @Option(names = "--partial", description = "Let filtered evidence have a verdict.")
    boolean partial;

    @Mixin
    QuestionOptions question = new QuestionOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    CompareCommand() {}

    @Override
    public Integer call() {
        Clock clock = Clock.systemUTC();
        Evidence primary = EvidenceReader.read(before);
        Evidence failover = EvidenceReader.read(after);
        if (sameFile()) {
            throw new UsageException("Both evidences are the file [" + before + "]; a stack compared with itself at one"
                    + " moment proves nothing.");
        }
        List<KnownDifference> known = Pairs.knownDifferences(
                pair, failover.header().pair(), spec.commandLine().getErr());
        return new Judging(question, clock, spec.commandLine().getOut())
                .judge(primary, failover, false, partial, known, RunFolder.of("compare-" + RunFolder.newId(clock)));
    }

    private boolean sameFile() {
        try {
            return Files.isSameFile(before, after);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
