package org.stackparity.environment;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** Finds the known word that somebody probably meant. */
public final class NearestWord {
    private static final int LONGEST = 64;

    private NearestWord() {}

    /** " Did you mean [word]?" for the nearest of the words, or nothing if none is near. */
    public static String hint(String found, Collection<String> words) {
        return hint(find(found, words));
    }

    static String hint(Optional<String> meant) {
        return meant.map(word -> " Did you mean [" + word + "]?").orElse("");
    }

    /** The word with the fewest slips of the keyboard to the found one; empty if more than a third would be wrong. */
    static Optional<String> find(String found, Collection<String> words) {
        if (found.isBlank() || found.length() > LONGEST) {
            return Optional.empty();
        }
        int furthest = Math.max(1, found.length() / 3);
        return words.stream()
                .map(word -> new Candidate(word, distance(found, word, furthest)))
                .filter(candidate -> candidate.distance >= 0)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
                .map(Candidate::word);
    }

    /** The number of slips; -1 if there are more than the furthest. */
    private static int distance(String found, String word, int furthest) {
        return new DamerauLevenshteinDistance(furthest)
                .apply(found.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
    }

    private record Candidate(String word, int distance) {}
}
