package org.stackparity.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.stackparity.environment.NearestWord;
import org.stackparity.environment.PairReader;
import org.stackparity.model.KnownDifference;

/** Finds a pair's folder by what was typed. */
final class Pairs {
    private static final String ENVIRONMENTS = "environments";

    private Pairs() {}

    /**
     * The folder itself, or the folder of that name under {@code environments/} here or beside the program.
     *
     * @throws UsageException if there is none
     */
    static Path folder(String typed) {
        return findFolder(typed)
                .orElseThrow(() -> new UsageException("There is no pair [" + typed + "]; looked for "
                        + candidates(typed) + ". A pair is a folder with primary.yaml, failover.yaml and contract.yaml;"
                        + " environments/example is a template." + NearestWord.hint(typed, names())));
    }

    /**
     * The known differences of the pair that was typed, or else of the one that was recorded. Says so where that one is not
     * here, since what it accepts is then reported as a difference.
     *
     * @throws UsageException if there is no pair that was typed
     */
    static List<KnownDifference> knownDifferences(Optional<String> typed, String recorded, PrintWriter err) {
        Optional<Path> folder = typed.map(Pairs::folder).or(() -> findFolder(recorded));
        if (folder.isEmpty()) {
            err.println("The pair [" + recorded + "] that was recorded is not here, so that no known difference counts;"
                    + " name it with --pair.");
        }
        return folder.map(one -> PairReader.readWithoutSecrets(one).knownDifferences())
                .orElse(List.of());
    }

    static Optional<Path> findFolder(String typed) {
        return candidates(typed).stream()
                .filter(folder -> Files.isRegularFile(folder.resolve("contract.yaml"))
                        || Files.isRegularFile(folder.resolve("primary.yaml")))
                .findFirst();
    }

    /** The names of the pairs that could have been typed. */
    private static Set<String> names() {
        Set<String> names = new TreeSet<>();
        Stream.of(Optional.of(Path.of(ENVIRONMENTS)), home().map(home -> home.resolve(ENVIRONMENTS)))
                .flatMap(Optional::stream)
                .filter(Files::isDirectory)
                .forEach(folder -> names.addAll(names(folder)));
        return names;
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> pairs = Files.list(folder)) {
            return pairs.map(pair -> pair.getFileName().toString())
                    .filter(name -> findFolder(name).isPresent())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static List<Path> candidates(String typed) {
        return Stream.of(
                        Optional.of(Path.of(typed)),
                        Optional.of(Path.of(ENVIRONMENTS, typed)),
                        home().map(home -> home.resolve(ENVIRONMENTS).resolve(typed)))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** Where the program is installed, as its launcher says. */
    static Optional<Path> home() {
        return Optional.ofNullable(System.getProperty("parity.home")).map(Path::of);
    }
}
