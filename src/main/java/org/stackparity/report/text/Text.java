package org.stackparity.report.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A value as pieces to draw, in order; a piece never holds an invisible character other than a line break. */
public record Text(List<Piece> pieces) {
    private static final int NAMED_CODE_POINTS = 4;

    public Text {
        pieces = List.copyOf(pieces);
    }

    /** The whole value. */
    public static Text of(String value) {
        return new Text(piecesOf(value.codePoints().toArray(), false));
    }

    /** The value up to a number of characters, followed by how long it is. */
    public static Text clipped(String value, int maximum) {
        List<Piece> pieces = new ArrayList<>(of(Clip.head(value, maximum)).pieces());
        String remark = Clip.remark(value, maximum);
        if (!remark.isEmpty()) {
            pieces.add(Piece.remark(remark));
        }
        return new Text(pieces);
    }

    /** The value up to a number of characters, all of it marked as different. */
    public static Text changed(String value, int maximum) {
        List<Piece> pieces =
                new ArrayList<>(piecesOf(Clip.head(value, maximum).codePoints().toArray(), true));
        String remark = Clip.remark(value, maximum);
        if (!remark.isEmpty()) {
            pieces.add(Piece.remark(remark));
        }
        return new Text(pieces);
    }

    public boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** The text without its looks on one line: labels as {@code <U+202F>}, line breaks as {@code ↵}. */
    public String plain() {
        return pieces.stream().map(Text::plain).collect(Collectors.joining()).strip();
    }

    private static String plain(Piece piece) {
        return switch (piece.look()) {
            case PLAIN -> Visible.line(piece.text());
            case CODE_POINT -> "<" + piece.text() + ">";
            case REMARK -> " [" + piece.text() + "] ";
        };
    }

    /**
     * Cuts code points into pieces. Within a changed stretch a reader must see what changed, so a combining mark at its
     * start and spaces that make up all of it are labelled too, and the code points beyond ASCII are named.
     */
    static List<Piece> piecesOf(int[] codePoints, boolean isChanged) {
        List<Piece> pieces = new ArrayList<>();
        boolean labelsSpaces = isChanged
                && Arrays.stream(codePoints).allMatch(one -> one == ' ' || one == '\n' || Visible.isInvisible(one));
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < codePoints.length; i++) {
            int codePoint = codePoints[i];
            if (isLabelled(codePoint, isChanged, i == 0, labelsSpaces)) {
                addPlain(pieces, plain, isChanged);
                pieces.add(new Piece(Piece.Look.CODE_POINT, Visible.label(codePoint), isChanged, nameOf(codePoint)));
            }
            if (codePoint == '\n' || !isLabelled(codePoint, isChanged, i == 0, labelsSpaces)) {
                plain.appendCodePoint(codePoint);
            }
        }
        addPlain(pieces, plain, isChanged);
        return pieces;
    }

    private static boolean isLabelled(int codePoint, boolean isChanged, boolean isFirst, boolean labelsSpaces) {
        if (codePoint == ' ' || codePoint == '\n') {
            return labelsSpaces;
        }
        return Visible.isInvisible(codePoint) || (isChanged && isFirst && isCombining(codePoint));
    }

    private static boolean isCombining(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static void addPlain(List<Piece> pieces, StringBuilder plain, boolean isChanged) {
        if (!plain.isEmpty()) {
            String text = plain.toString();
            pieces.add(new Piece(Piece.Look.PLAIN, text, isChanged, isChanged ? namesOf(text) : ""));
            plain.setLength(0);
        }
    }

    private static String namesOf(String text) {
        if (text.codePointCount(0, text.length()) > NAMED_CODE_POINTS
                || text.codePoints().allMatch(codePoint -> codePoint < 0x80)) {
            return "";
        }
        return text.codePoints()
                .mapToObj(codePoint -> Visible.label(codePoint) + " " + nameOf(codePoint))
                .collect(Collectors.joining(", "));
    }

    private static String nameOf(int codePoint) {
        if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
            return "lone surrogate";
        }
        String name = Character.getName(codePoint);
        return name == null ? "unassigned" : name;
    }
}
