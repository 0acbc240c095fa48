package org.stackparity.report.view;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.stackparity.model.Finding;
import org.stackparity.model.Observation;
import org.stackparity.model.Role;
import org.stackparity.report.text.Clip;
import org.stackparity.report.text.Text;

/** Shows the cited observations, each once with all its values, and leads to them from the findings. */
final class Observations {
    // LIMIT: what is beyond these numbers stands in the evidence, and the page says so
    private static final int SHOWN = 1_000;
    private static final int VALUES = 100;
    private static final int PER_FINDING = 8;
    private static final int NAME = 120;
    private static final int VALUE = 300;

    /** {@code primary:9} stands before {@code primary:12}, and that before {@code failover:7}. */
    private static final Comparator<String> BY_ROLE_AND_NUMBER = Comparator.comparing(
                    (String ref) -> !ref.startsWith(Role.PRIMARY.word()))
            .thenComparingInt(String::length)
            .thenComparing(Comparator.naturalOrder());

    private final SortedMap<String, Observation> cited;
    private final Set<String> shown;

    Observations(SortedMap<String, Observation> cited) {
        this.cited = cited;
        this.shown = cited.keySet().stream()
                .sorted(BY_ROLE_AND_NUMBER)
                .limit(SHOWN)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The observations in the order of role and number. */
    List<Page.ObservationView> views() {
        return shown.stream()
                .map(ref -> view(ref, Objects.requireNonNull(cited.get(ref))))
                .toList();
    }

    /** A remark on those that there was no room for; empty where nothing was left out. */
    String left() {
        return cited.size() <= SHOWN
                ? ""
                : "and " + Words.count(cited.size() - SHOWN, "further observation") + " in the evidence";
    }

    /** What the observations behind a finding answered at its path. */
    List<Page.EvidenceRow> rows(Finding finding) {
        return finding.evidence().stream()
                .limit(PER_FINDING)
                .map(ref -> row(ref, finding))
                .toList();
    }

    /** The references to the observations behind a finding. */
    List<Page.EvidenceLink> links(Finding finding) {
        return finding.evidence().stream()
                .limit(PER_FINDING)
                .map(ref -> new Page.EvidenceLink(Clip.line(ref, NAME), addressOf(ref)))
                .toList();
    }

    private Page.EvidenceRow row(String ref, Finding finding) {
        Observation seen = cited.get(ref);
        if (seen == null) {
            return new Page.EvidenceRow(
                    Clip.line(ref, NAME), "", Text.of(""), "", "", "", "", Text.of("only in the evidence file"));
        }
        return new Page.EvidenceRow(
                Clip.line(ref, NAME),
                addressOf(ref),
                Text.clipped(seen.node(), NAME),
                Integer.toString(seen.round()),
                Words.of(seen.at()),
                Words.of(seen.took()),
                seen.outcome().word(),
                Text.clipped(answer(seen, finding.path()), VALUE));
    }

    /** What an observation says at a path: its value, else its fault, else why nothing was seen. */
    private static String answer(Observation seen, String path) {
        String value = seen.values().get(path);
        if (value != null) {
            return value;
        }
        return seen.faults().isEmpty() ? seen.reason() : seen.faults().get(0).message();
    }

    private String addressOf(String ref) {
        return shown.contains(ref) ? "#" + idOf(ref) : "";
    }

    /** A name for the place of an observation on the page, made of letters, digits and hyphens. */
    private static String idOf(String ref) {
        return "o-" + ref.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static Page.ObservationView view(String ref, Observation seen) {
        int left = seen.values().size() - VALUES;
        return new Page.ObservationView(
                idOf(ref),
                Clip.line(ref, NAME),
                seen.check().value(),
                Text.clipped(seen.subject().toString(), NAME),
                Text.clipped(seen.node(), NAME),
                Integer.toString(seen.round()),
                Words.of(seen.at()),
                Words.of(seen.took()),
                seen.outcome().word(),
                Text.clipped(seen.reason(), VALUE),
                seen.faults().stream()
                        .map(fault -> fact(fault.kind(), fault.message()))
                        .toList(),
                Words.count(seen.values().size(), "value"),
                seen.values().entrySet().stream()
                        .limit(VALUES)
                        .map(value -> fact(value.getKey(), value.getValue()))
                        .toList(),
                left <= 0 ? "" : "and " + Words.count(left, "further value") + " in the evidence");
    }

    private static Page.Fact fact(String name, String value) {
        return new Page.Fact(Text.clipped(name, NAME), Text.clipped(value, VALUE));
    }
}
