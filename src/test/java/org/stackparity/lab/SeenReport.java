package org.stackparity.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.stackparity.model.FindingKind;
import org.stackparity.model.Severity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a run has found, as its {@code report.json} says. */
public final class SeenReport {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> DEVIATIONS = Stream.of(FindingKind.values())
            .filter(FindingKind::isDeviation)
            .map(FindingKind::word)
            .collect(Collectors.toSet());
    private static final Set<String> BLOCKING = Stream.of(Severity.values())
            .filter(Severity::isBlocking)
            .map(Severity::word)
            .collect(Collectors.toSet());

    private final JsonNode report;

    private SeenReport(JsonNode report) {
        this.report = report;
    }

    /** @param folder of the run */
    public static SeenReport of(Path folder) throws IOException {
        return of(JSON.readTree(Files.readString(folder.resolve("report.json"))));
    }

    /** A report that was read already. */
    public static SeenReport of(JsonNode report) {
        return new SeenReport(report);
    }

    public String verdict() {
        return report.get("verdict").asString();
    }

    /** The checks that found a difference or a fault. */
    public SortedSet<String> red() {
        SortedSet<String> red = new TreeSet<>();
        elements("findings")
                .filter(finding -> DEVIATIONS.contains(finding.get("kind").asString()))
                .forEach(finding -> red.add(finding.get("check").asString()));
        return red;
    }

    public int causes() {
        return report.get("causes").size();
    }

    /** The place of the first cause whose fact holds all words, from 1; 0 if there is none. */
    public int position(List<String> words) {
        return position(words, nodes -> true);
    }

    /**
     * The same for a cause that is only right if it names the one node of the failover that has the fault.
     *
     * @param node like {@code web2}
     */
    public int position(List<String> words, String node) {
        return position(words, nodes -> nodes.equals(Set.of(node)));
    }

    private int position(List<String> words, Predicate<Set<String>> isRight) {
        int position = 0;
        for (JsonNode cause : report.get("causes")) {
            position++;
            String fact = cause.get("fact").asString();
            Set<String> nodes = StreamSupport.stream(cause.get("nodes").spliterator(), false)
                    .filter(node -> node.get("role").asString().equals("failover"))
                    .map(node -> node.get("node").asString())
                    .collect(Collectors.toSet());
            if (words.stream().allMatch(fact::contains) && isRight.test(nodes)) {
                return position;
            }
        }
        return 0;
    }

    /** The facts of the causes that block a switchover, blockers and critical ones, in their order. */
    public List<String> blocking() {
        return elements("causes")
                .filter(cause -> BLOCKING.contains(cause.get("severity").asString()))
                .map(cause -> cause.get("fact").asString())
                .toList();
    }

    /** Why the verdict is what it is. */
    public List<String> reasons() {
        return elements("rulings")
                .filter(ruling -> ruling.get("question").equals(report.get("question")))
                .flatMap(ruling -> StreamSupport.stream(ruling.get("reasons").spliterator(), false))
                .map(JsonNode::asString)
                .toList();
    }

    /** How long the checks of each family took in all, in milliseconds. */
    public SortedMap<String, Long> millisByFamily() {
        SortedMap<String, Long> millis = new TreeMap<>();
        report.get("run").get("millisByFamily").forEachEntry((family, value) -> millis.put(family, value.asLong()));
        return millis;
    }

    private Stream<JsonNode> elements(String field) {
        return StreamSupport.stream(report.get(field).spliterator(), false);
    }
}
