package org.stackparity.report.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Two values side by side with what differs marked, code point by code point. Long common stretches and long values are
 * shortened around the difference, never so that the difference itself is lost.
 */
public record ValueDiff(Text primary, Text failover) {
    /** How many equal code points are kept before and after the difference. */
    private static final int CONTEXT = 60;
    /** Beyond this length a difference is marked as a whole: aligning it costs much and reads badly. */
    private static final int ALIGNED = 400;
    /** Equal stretches shorter than this between two changes are marked with them, so that words stay whole. */
    private static final int ISLAND = 3;
    /** A number up to this many digits is marked as a whole. */
    private static final int NUMBER = 4;

    /** Compares two values and shows at most so many code points of the difference on each side. */
    public static ValueDiff of(String primary, String failover, int maximum) {
        int[] first = primary.codePoints().toArray();
        int[] second = failover.codePoints().toArray();
        int prefix = Arrays.mismatch(first, second);
        if (prefix < 0) {
            return new ValueDiff(Text.clipped(primary, maximum), Text.clipped(failover, maximum));
        }
        int suffix = commonSuffix(first, second, prefix);
        boolean[] firstMarks = new boolean[first.length];
        boolean[] secondMarks = new boolean[second.length];
        int common = mark(first, second, firstMarks, secondMarks, prefix, suffix);
        if (common * 3L < Math.min(first.length, second.length)) {
            // values that have little in common are easier to read as two values than as confetti
            prefix = 0;
            suffix = 0;
            Arrays.fill(firstMarks, true);
            Arrays.fill(secondMarks, true);
        }
        wholeNumbers(first, firstMarks);
        wholeNumbers(second, secondMarks);
        return new ValueDiff(
                draw(first, firstMarks, prefix, suffix, maximum), draw(second, secondMarks, prefix, suffix, maximum));
    }

    private static int commonSuffix(int[] first, int[] second, int prefix) {
        int most = Math.min(first.length, second.length) - prefix;
        int suffix = 0;
        while (suffix < most && first[first.length - 1 - suffix] == second[second.length - 1 - suffix]) {
            suffix++;
        }
        return suffix;
    }

    /** Marks what differs between the common ends; returns how many code points are common, the ends included. */
    private static int mark(
            int[] first, int[] second, boolean[] firstMarks, boolean[] secondMarks, int prefix, int suffix) {
        int firstEnd = first.length - suffix;
        int secondEnd = second.length - suffix;
        Arrays.fill(firstMarks, prefix, firstEnd, true);
        Arrays.fill(secondMarks, prefix, secondEnd, true);
        int common = prefix + suffix;
        if (firstEnd - prefix > ALIGNED || secondEnd - prefix > ALIGNED) {
            return common;
        }
        List<Integer> from = Arrays.stream(first, prefix, firstEnd).boxed().toList();
        List<Integer> to = Arrays.stream(second, prefix, secondEnd).boxed().toList();
        int f = 0;
        int s = 0;
        for (AbstractDelta<Integer> delta : DiffUtils.diff(from, to).getDeltas()) {
            int length = delta.getSource().getPosition() - f;
            if (length >= ISLAND) {
                Arrays.fill(firstMarks, prefix + f, prefix + f + length, false);
                Arrays.fill(secondMarks, prefix + s, prefix + s + length, false);
                common += length;
            }
            f = delta.getSource().getPosition() + delta.getSource().size();
            s = delta.getTarget().getPosition() + delta.getTarget().size();
        }
        return common;
    }

    private static void wholeNumbers(int[] codePoints, boolean[] marks) {
        for (int start = 0; start < codePoints.length; start++) {
            int end = start;
            boolean isMarked = false;
            while (end < codePoints.length && Character.isDigit(codePoints[end])) {
                isMarked |= marks[end];
                end++;
            }
            if (isMarked && end - start <= NUMBER) {
                Arrays.fill(marks, start, end, true);
            }
            start = Math.max(start, end);
        }
    }

    private static Text draw(int[] codePoints, boolean[] marks, int prefix, int suffix, int maximum) {
        List<Piece> pieces = new ArrayList<>();
        int start = prefix <= CONTEXT * 2 ? 0 : prefix - CONTEXT;
        int end = suffix <= CONTEXT * 2 ? codePoints.length : codePoints.length - suffix + CONTEXT;
        int shown = Math.min(end, start + maximum);
        if (start > 0) {
            pieces.add(Piece.remark(remark("%,d equal characters …", start)));
        }
        for (int i = start; i < shown; ) {
            int next = i + 1;
            while (next < shown && marks[next] == marks[i]) {
                next++;
            }
            pieces.addAll(Text.piecesOf(Arrays.copyOfRange(codePoints, i, next), marks[i]));
            i = next;
        }
        if (shown < end) {
            pieces.add(Piece.remark(remark("… %,d characters in all", codePoints.length)));
        } else if (end < codePoints.length) {
            pieces.add(Piece.remark(remark("… %,d equal characters", codePoints.length - end)));
        }
        return new Text(pieces);
    }

    private static String remark(String pattern, int number) {
        return String.format(Locale.ROOT, pattern, number);
    }
}
