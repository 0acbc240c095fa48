package org.stackparity.suite.locale;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.stackparity.suite.client.PageLines.Line;

/**
 * A piece of a page's text as far as a translator has to do with it: its words, without the numbers, amounts and dates
 * that are formatted in another way. Two units are equal when landmark region and words are.
 *
 * @param region the outermost landmark, like {@code main}; empty outside all
 * @param words letters-only tokens in order, joined by a space; never empty
 */
record TextUnit(String region, String words) {
    // A no-break space stands between an amount and its currency as well as between words.
    private static final Pattern BETWEEN_TOKENS = Pattern.compile("[\\s\\u00A0\\u202F\\u2007]+");
    private static final Pattern NO_WORD = Pattern.compile("[\\d@/\\\\_«»<>=]");
    private static final Set<UnicodeScript> WITHOUT_SPACES = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    // Names have up to three words, or capitals at the beginning of most; a sentence has neither.
    private static final int WORDS_OF_A_SENTENCE = 4;
    private static final int LOWER_CASE_WORDS_OF_A_SENTENCE = 2;
    private static final int LETTERS_OF_A_SENTENCE_WITHOUT_SPACES = 10;

    /**
     * The units of a page in order, each once. Text that may change from visit to visit (asides) and lists that are
     * filled from locale data (selects) are left out.
     */
    static Set<TextUnit> of(List<Line> text) {
        Set<TextUnit> units = new LinkedHashSet<>();
        for (Line line : text) {
            List<String> landmarks = List.of(line.landmark().split("/"));
            String words = words(line.content());
            boolean varies = landmarks.stream().anyMatch(one -> one.startsWith("aside") || one.startsWith("select"));
            if (!varies && words.codePointCount(0, words.length()) > 1) {
                units.add(new TextUnit(landmarks.get(0), words));
            }
        }
        return units;
    }

    private static String words(String text) {
        List<String> words = new ArrayList<>();
        for (String token : BETWEEN_TOKENS.split(text)) {
            String word = NO_WORD.matcher(token).find() ? "" : withoutEdges(token);
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return String.join(" ", words);
    }

    /** The token from its first letter to its last; empty where it has none. */
    private static String withoutEdges(String token) {
        int start = 0;
        while (start < token.length() && !Character.isLetter(token.codePointAt(start))) {
            start += Character.charCount(token.codePointAt(start));
        }
        int end = token.length();
        while (end > start && !Character.isLetter(token.codePointBefore(end))) {
            end -= Character.charCount(token.codePointBefore(end));
        }
        return token.substring(start, end);
    }

    /** Whether it is so long that no name and no loan word is, so that two languages do not share it by chance. */
    boolean isSentence() {
        long dense = words.codePoints()
                .filter(c -> WITHOUT_SPACES.contains(UnicodeScript.of(c)))
                .count();
        if (dense >= LETTERS_OF_A_SENTENCE_WITHOUT_SPACES) {
            return true;
        }
        String[] all = words.split(" ");
        long small = List.of(all).subList(1, all.length).stream()
                .filter(word -> !Character.isUpperCase(word.codePointAt(0)))
                .count();
        return all.length >= WORDS_OF_A_SENTENCE && small >= LOWER_CASE_WORDS_OF_A_SENTENCE;
    }
}
