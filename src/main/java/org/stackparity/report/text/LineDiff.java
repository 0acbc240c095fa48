package org.stackparity.report.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Two values of several lines as one diff: lines of {@code landmark TAB text}, or plain lines. */
public record LineDiff(List<Row> rows) {
    private static final int CONTEXT = 2;
    /** Beyond this many lines the difference is shown as one block out, one block in. */
    private static final int ALIGNED = 400;

    public LineDiff {
        rows = List.copyOf(rows);
    }

    /** One line of the diff. */
    public record Row(Sign sign, String landmark, Text text) {}

    /** On which stack a line stands. */
    public enum Sign {
        BOTH(" "),
        PRIMARY("−"),
        FAILOVER("+"),
        GAP("⋯");

        private final String mark;

        Sign(String mark) {
            this.mark = mark;
        }

        /** What stands before the line. */
        public String mark() {
            return mark;
        }

        /** The word that style sheets use, in lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Compares two values line by line; shows at most so many lines, each of at most so many characters. */
    public static LineDiff of(String primary, String failover, int lines, int characters) {
        return new Build(split(primary), split(failover), lines, characters).run();
    }

    /** What is left of two values without the lines that they begin and end with alike; equal for equal differences. */
    public static List<List<String>> core(String primary, String failover) {
        List<String> first = split(primary);
        List<String> second = split(failover);
        int prefix = commonPrefix(first, second);
        int suffix = commonSuffix(first, second, prefix);
        return List.of(first.subList(prefix, first.size() - suffix), second.subList(prefix, second.size() - suffix));
    }

    private static List<String> split(String value) {
        return value.isEmpty() ? List.of() : List.of(value.split("\n", -1));
    }

    private static int commonPrefix(List<String> first, List<String> second) {
        int most = Math.min(first.size(), second.size());
        int prefix = 0;
        while (prefix < most && first.get(prefix).equals(second.get(prefix))) {
            prefix++;
        }
        return prefix;
    }

    private static int commonSuffix(List<String> first, List<String> second, int prefix) {
        int most = Math.min(first.size(), second.size()) - prefix;
        int suffix = 0;
        while (suffix < most && first.get(first.size() - 1 - suffix).equals(second.get(second.size() - 1 - suffix))) {
            suffix++;
        }
        return suffix;
    }

    /** The rows while they grow. */
    private static final class Build {
        private final List<String> first;
        private final List<String> second;
        private final int lines;
        private final int characters;
        private final List<Row> rows = new ArrayList<>();

        Build(List<String> first, List<String> second, int lines, int characters) {
            this.first = first;
            this.second = second;
            this.lines = lines;
            this.characters = characters;
        }

        LineDiff run() {
            int prefix = commonPrefix(first, second);
            int suffix = commonSuffix(first, second, prefix);
            List<String> from = first.subList(prefix, first.size() - suffix);
            List<String> to = second.subList(prefix, second.size() - suffix);
            equal(0, prefix, true, from.isEmpty() && to.isEmpty());
            if (from.size() > ALIGNED || to.size() > ALIGNED) {
                changed(from, to);
            } else {
                align(from, to, prefix);
            }
            equal(first.size() - suffix, first.size(), false, true);
            if (rows.size() > lines) {
                int left = rows.size() - lines;
                List<Row> head = new ArrayList<>(rows.subList(0, lines));
                head.add(gap(String.format(Locale.ROOT, "%,d further lines", left)));
                return new LineDiff(head);
            }
            return new LineDiff(rows);
        }

        private void align(List<String> from, List<String> to, int offset) {
            int done = 0;
            for (AbstractDelta<String> delta : DiffUtils.diff(from, to).getDeltas()) {
                int position = delta.getSource().getPosition();
                equal(offset + done, offset + position, false, false);
                changed(delta.getSource().getLines(), delta.getTarget().getLines());
                done = position + delta.getSource().size();
            }
            equal(offset + done, offset + from.size(), false, false);
        }

        /** Equal lines of the first value, only those near a difference. */
        private void equal(int start, int end, boolean isHead, boolean isTail) {
            int head = isHead ? 0 : CONTEXT;
            int tail = isTail ? 0 : CONTEXT;
            if (end - start <= head + tail + 1) {
                first.subList(start, end).forEach(line -> rows.add(row(Sign.BOTH, line)));
                return;
            }
            first.subList(start, start + head).forEach(line -> rows.add(row(Sign.BOTH, line)));
            rows.add(gap(String.format(Locale.ROOT, "%,d equal lines", end - start - head - tail)));
            first.subList(end - tail, end).forEach(line -> rows.add(row(Sign.BOTH, line)));
        }

        private void changed(List<String> from, List<String> to) {
            if (from.size() != to.size() || from.size() > half()) {
                block(Sign.PRIMARY, from);
                block(Sign.FAILOVER, to);
                return;
            }
            List<Row> added = new ArrayList<>();
            for (int i = 0; i < from.size(); i++) {
                String[] was = landmarkAndText(from.get(i));
                String[] is = landmarkAndText(to.get(i));
                ValueDiff diff = ValueDiff.of(was[1], is[1], characters);
                rows.add(new Row(Sign.PRIMARY, was[0], diff.primary()));
                added.add(new Row(Sign.FAILOVER, is[0], diff.failover()));
            }
            rows.addAll(added);
        }

        /** Lines of one stack; no side takes all the room. */
        private void block(Sign sign, List<String> block) {
            block.stream().limit(half()).forEach(line -> rows.add(row(sign, line)));
            if (block.size() > half()) {
                rows.add(gap(String.format(Locale.ROOT, "%,d further lines", block.size() - half())));
            }
        }

        private int half() {
            return lines / 2 - CONTEXT;
        }

        private Row row(Sign sign, String line) {
            String[] parts = landmarkAndText(line);
            return new Row(sign, parts[0], Text.clipped(parts[1], characters));
        }

        private static Row gap(String remark) {
            return new Row(Sign.GAP, "", new Text(List.of(Piece.remark(remark))));
        }

        private static String[] landmarkAndText(String line) {
            int tab = line.indexOf('\t');
            return tab < 0
                    ? new String[] {"", line}
                    : new String[] {Clip.line(line.substring(0, tab), 60), line.substring(tab + 1)};
        }
    }
}
