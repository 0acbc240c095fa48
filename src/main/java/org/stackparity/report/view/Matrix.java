package org.stackparity.report.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stackparity.model.Case;
import org.stackparity.model.Check;
import org.stackparity.model.CheckId;
import org.stackparity.model.Family;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.ParityReport;
import org.stackparity.model.PlannedCase;
import org.stackparity.model.PlannedCheck;
import org.stackparity.report.text.Clip;
import org.stackparity.report.text.Text;

/**
 * Makes the matrix of checks and cases: a table where the cases have two dimensions and fit one, labelled cells where
 * they are few, otherwise strips of small cells.
 */
final class Matrix {
    private static final int PILLS = 12;
    private static final int TABLE_ROWS = 24;
    private static final int TABLE_COLUMNS = 12;
    // LIMIT: a strip of more cells says nothing to a reader
    private static final int CELLS = 2_000;
    private static final int LABEL = 80;

    private final ParityReport report;
    private final Entries entries;
    private final Map<CheckId, Map<Case, Finding>> worst = new HashMap<>();

    Matrix(ParityReport report, Entries entries) {
        this.report = report;
        this.entries = entries;
        for (Finding finding : report.judgement().findings()) {
            worst.computeIfAbsent(finding.check(), unused -> new LinkedHashMap<>())
                    .merge(finding.subject(), finding, Matrix::heavier);
        }
    }

    private static Finding heavier(Finding first, Finding second) {
        return Words.weight(second.kind()) > Words.weight(first.kind()) ? second : first;
    }

    /** The families that have a check that takes part, in order. */
    List<Page.FamilyMatrix> families() {
        Map<Family, List<PlannedCheck>> byFamily = new EnumMap<>(Family.class);
        for (PlannedCheck planned : report.plan().checks()) {
            if (planned.isRequired() || worst.containsKey(planned.check().id())) {
                byFamily.computeIfAbsent(planned.check().family(), unused -> new ArrayList<>())
                        .add(planned);
            }
        }
        return byFamily.entrySet().stream()
                .map(entry -> family(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Page.FamilyMatrix family(Family family, List<PlannedCheck> checks) {
        long cases = 0;
        long deviating = 0;
        long unknown = 0;
        for (PlannedCheck planned : checks) {
            for (Case subject : casesOf(planned)) {
                FindingKind kind = kindOf(planned, subject);
                cases++;
                deviating += kind.isDeviation() ? 1 : 0;
                unknown += kind.isUnknown() ? 1 : 0;
            }
        }
        String summary = Words.count(checks.size(), "check") + ", " + Words.count(cases, "case") + ": "
                + state(deviating, unknown);
        return new Page.FamilyMatrix(
                family.word(),
                Words.of(family),
                deviating + unknown > 0,
                summary,
                checks.stream()
                        .sorted(Comparator.comparing(planned -> planned.check().id()))
                        .map(this::row)
                        .toList());
    }

    private static String state(long deviating, long unknown) {
        if (deviating + unknown == 0) {
            return "nothing open";
        }
        List<String> parts = new ArrayList<>();
        if (deviating > 0) {
            parts.add(Words.count(deviating, "deviation"));
        }
        if (unknown > 0) {
            parts.add(Words.count(unknown, "unknown"));
        }
        return String.join(", ", parts);
    }

    /** The planned cases in the contract's order, then those that only findings name. */
    private List<Case> casesOf(PlannedCheck planned) {
        Set<Case> cases = new LinkedHashSet<>();
        planned.cases().stream().map(PlannedCase::subject).forEach(cases::add);
        cases.addAll(worst.getOrDefault(planned.check().id(), Map.of()).keySet());
        return List.copyOf(cases);
    }

    private Optional<Finding> findingOf(PlannedCheck planned, Case subject) {
        return Optional.ofNullable(
                worst.getOrDefault(planned.check().id(), Map.of()).get(subject));
    }

    /** A required case that nobody found anything about was not observed: unknown is never equal. */
    private FindingKind kindOf(PlannedCheck planned, Case subject) {
        return findingOf(planned, subject).map(Finding::kind).orElse(FindingKind.NOT_OBSERVED);
    }

    private Page.CheckRow row(PlannedCheck planned) {
        Check check = planned.check();
        List<Case> cases = casesOf(planned);
        Map<FindingKind, Integer> counts = new EnumMap<>(FindingKind.class);
        cases.forEach(subject -> counts.merge(kindOf(planned, subject), 1, Integer::sum));
        List<String> summary = new ArrayList<>();
        counts.forEach((kind, count) -> summary.add(String.format(Locale.ROOT, "%,d %s", count, Words.of(kind))));

        List<Text> columns = List.of();
        List<Page.TableRow> table = List.of();
        List<Page.Strip> strips = List.of();
        List<Page.Cell> pills = List.of();
        Optional<Grid> grid = Grid.find(cases);
        if (grid.isPresent() && grid.get().fitsTable() && cases.size() > 4) {
            columns = grid.get().columns().stream().map(Matrix::label).toList();
            table = table(planned, grid.get());
        } else if (cases.size() <= PILLS) {
            pills = cells(planned, cases);
        } else {
            strips = strips(planned, cases, grid);
        }
        return new Page.CheckRow(
                check.id().value(),
                Text.of(check.name()),
                Text.of(check.promise()),
                check.severity().word(),
                String.join(", ", summary),
                columns,
                table,
                strips,
                pills,
                Entries.left(strips.isEmpty() ? 0 : cases.size() - CELLS, "further case"));
    }

    private List<Page.TableRow> table(PlannedCheck planned, Grid grid) {
        return grid.rows().stream()
                .map(row -> new Page.TableRow(
                        label(row),
                        grid.columns().stream()
                                .map(column -> grid.find(row, column)
                                        .map(subject -> cell(planned, subject))
                                        .orElseGet(() -> new Page.Cell("", "", "", Text.of(""), "")))
                                .toList()))
                .toList();
    }

    private List<Page.Strip> strips(PlannedCheck planned, List<Case> cases, Optional<Grid> grid) {
        List<Case> shown = cases.subList(0, Math.min(cases.size(), CELLS));
        if (grid.isPresent() && grid.get().columns().size() <= TABLE_COLUMNS) {
            return grid.get().columns().stream()
                    .map(column -> new Page.Strip(
                            label(column),
                            cells(
                                    planned,
                                    shown.stream()
                                            .filter(subject -> subject.get(
                                                            grid.get().columnName())
                                                    .equals(column))
                                            .toList())))
                    .filter(strip -> !strip.cells().isEmpty())
                    .toList();
        }
        return List.of(new Page.Strip(Text.of(""), cells(planned, shown)));
    }

    private List<Page.Cell> cells(PlannedCheck planned, List<Case> cases) {
        return cases.stream().map(subject -> cell(planned, subject)).toList();
    }

    private Page.Cell cell(PlannedCheck planned, Case subject) {
        FindingKind kind = kindOf(planned, subject);
        String href = findingOf(planned, subject).map(entries::addressOf).orElse("");
        String title = Clip.line(subject.toString(), LABEL) + ": " + Words.of(kind);
        return new Page.Cell(kind.word(), Words.glyph(kind), href, label(subject.toString()), title);
    }

    private static Text label(String value) {
        return Text.clipped(value, LABEL);
    }

    /** Cases that all have the same two dimensions; the one with fewer values makes the columns. */
    private record Grid(
            List<String> rows, List<String> columns, String columnName, Map<String, Map<String, Case>> cases) {

        static Optional<Grid> find(List<Case> cases) {
            if (cases.isEmpty() || cases.get(0).dimensions().size() != 2) {
                return Optional.empty();
            }
            Set<String> names = cases.get(0).dimensions().keySet();
            if (!cases.stream()
                    .allMatch(subject -> subject.dimensions().keySet().equals(names))) {
                return Optional.empty();
            }
            List<String> ordered = List.copyOf(cases.get(0).dimensions().keySet());
            List<String> first = values(cases, ordered.get(0));
            List<String> second = values(cases, ordered.get(1));
            boolean isTurned = second.size() > first.size();
            String rowName = ordered.get(isTurned ? 1 : 0);
            String columnName = ordered.get(isTurned ? 0 : 1);
            Map<String, Map<String, Case>> places = new HashMap<>();
            cases.forEach(subject -> places.computeIfAbsent(subject.get(rowName), unused -> new HashMap<>())
                    .put(subject.get(columnName), subject));
            return Optional.of(new Grid(isTurned ? second : first, isTurned ? first : second, columnName, places));
        }

        private static List<String> values(List<Case> cases, String dimension) {
            return cases.stream()
                    .map(subject -> subject.get(dimension))
                    .distinct()
                    .toList();
        }

        boolean fitsTable() {
            return rows.size() <= TABLE_ROWS && columns.size() <= TABLE_COLUMNS && columns.size() > 1;
        }

        Optional<Case> find(String row, String column) {
            return Optional.ofNullable(cases.getOrDefault(row, Map.of()).get(column));
        }
    }
}
