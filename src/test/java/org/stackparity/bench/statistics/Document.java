package org.stackparity.bench.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the tables as Markdown. */
final class Document {
    private final String command;
    private final LocalDate date;
    private final long seconds;
    private final int repetitions;

    /** @param repetitions of each rate that is claimed; where they are fewer than usual, the document says so */
    Document(String command, LocalDate date, long seconds, int repetitions) {
        this.command = command;
        this.date = date;
        this.seconds = seconds;
        this.repetitions = repetitions;
    }

    String of(List<Section> sections) {
        StringBuilder text = new StringBuilder();
        text.append("# What the verdicts are worth\n\n")
                .append(
                        "Simulated stacks of known truth through planning, comparing and judging as `parity run` does it,")
                .append(" beside the rules of other tools on the same data. Made by `")
                .append(command)
                .append("` on ")
                .append(date)
                .append(" in ")
                .append(seconds)
                .append(" s of one core.\n\n")
                .append("Rates stand with their 95 % interval after Clopper and Pearson, means with theirs.")
                .append(
                        " A claim **holds** where the whole interval keeps it, does **not** where the whole interval breaks it,")
                .append(
                        " and is \"not shown\" otherwise. Every repetition has its own generator, made from the seed of its line.\n");
        if (repetitions < Bench.REPETITIONS) {
            text.append("\n**Preliminary**: ")
                    .append(repetitions)
                    .append(" repetitions where a claim takes ")
                    .append(String.format(Locale.ROOT, "%,d", Bench.REPETITIONS))
                    .append(", so that the intervals are wide and more is \"not shown\" than needs to be.\n");
        }
        List<Row> broken = sections.stream()
                .flatMap(section -> section.rows().stream())
                .filter(row -> !row.holds().isEmpty() && !row.holds().equals(Required.Held.YES.word()))
                .toList();
        long claims = sections.stream()
                .flatMap(section -> section.rows().stream())
                .filter(row -> !row.holds().isEmpty())
                .count();
        if (claims > 0) {
            text.append("\n**")
                    .append(claims - broken.size())
                    .append(" of ")
                    .append(claims)
                    .append(" claims hold today.**")
                    .append(broken.isEmpty() ? "\n" : " These do not, or are not shown to:\n\n");
        }
        broken.forEach(row -> text.append("- ")
                .append(row.scenario())
                .append(": ")
                .append(row.product())
                .append(", required ")
                .append(row.required())
                .append('\n'));
        sections.forEach(section -> text.append(table(section)));
        return text.toString();
    }

    private static String table(Section section) {
        List<Rival> rivals = Stream.of(Rival.values())
                .filter(rival ->
                        section.rows().stream().anyMatch(row -> row.rivals().containsKey(rival)))
                .toList();
        boolean claims = section.rows().stream().anyMatch(row -> !row.holds().isEmpty());
        List<String> head = Stream.of(
                        Stream.of("scenario", "repetitions", "seed"),
                        section.figures().stream(),
                        rivals.stream().map(Rival::title),
                        claims ? Stream.of("holds") : Stream.<String>of())
                .flatMap(each -> each)
                .toList();
        StringBuilder table = new StringBuilder(
                "\n## " + section.title() + "\n\n" + section.text().strip() + "\n\n");
        table.append(line(head)).append(line(head.stream().map(any -> "---").toList()));
        for (Row row : section.rows()) {
            table.append(line(Stream.of(
                            Stream.of(
                                    row.scenario(),
                                    String.format(Locale.ROOT, "%,d", row.repetitions()),
                                    Long.toString(row.seed().value()),
                                    row.required(),
                                    row.product()),
                            rivals.stream()
                                    .map(rival -> Optional.ofNullable(
                                                    row.rivals().get(rival))
                                            .orElse("")),
                            claims ? Stream.of(row.holds()) : Stream.<String>of())
                    .flatMap(each -> each)
                    .toList()));
        }
        return table.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
