package org.stackparity.report.text;

/**
 * A stretch of text that looks the same throughout.
 *
 * @param text what is shown; free of invisible characters but for line breaks
 * @param isChanged whether it differs from the other stack
 * @param title what a pointer over it says, like the names of the code points; empty for none
 */
public record Piece(Look look, String text, boolean isChanged, String title) {
    /** How a piece is drawn. */
    public enum Look {
        PLAIN,
        /** A small box with the label of a code point. */
        CODE_POINT,
        /** A remark of the report within a value, like how much was left out. */
        REMARK
    }

    static Piece remark(String text) {
        return new Piece(Look.REMARK, text, false, "");
    }

    public boolean isCodePoint() {
        return look == Look.CODE_POINT;
    }

    public boolean isRemark() {
        return look == Look.REMARK;
    }
}
