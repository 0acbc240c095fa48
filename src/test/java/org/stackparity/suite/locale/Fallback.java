package org.stackparity.suite.locale;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Finds text of the default language on a page in another one, without knowing either language: by what the page shares
 * with the same page in the default language. Names, codes and loan words are shared by healthy pages too, and so is
 * text that nobody ever translated; so one of these has to hold:
 *
 * <ul>
 *   <li>the page as a whole fell back: its sentences are shared, and so is nearly everything around its main part, which
 *       a page with untranslated content still has translated;
 *   <li>sentences are shared here that another node of the stack shows translated;
 *   <li>sentences are shared here that the stack shows translated in another language.
 * </ul>
 *
 * What comes from locale data instead of a catalog (countries, months) stays translated on a page that fell back.
 *
 * <p>LIMIT: a part that fell back on all nodes and in all languages looks like text that was never translated; comparing
 * the page's text with the other stack's finds it.
 */
final class Fallback {
    /** The part of the text around the main part that is shared where no catalog is; a split test may change the rest. */
    static final double SHARED_AROUND = 0.8;
    /** The part of all text that is shared where nothing better can be looked at. */
    static final double SHARED_IN_ALL = 0.85;

    static final double SHARED_SENTENCES = 0.8;
    static final int FEWEST_UNITS = 4;
    static final int FEWEST_UNITS_AROUND = 3;
    static final int FEWEST_SENTENCES = 2;
    /** The part of a page's sentences from which on a customer meets the wrong language wherever he looks. */
    static final double SENTENCES_IN_PART = 0.2;
    // With fewer pages, text that rotates could be missing elsewhere by chance.
    private static final int FEWEST_PAGES = 3;
    private static final String MAIN = "main";

    private final Set<TextUnit> expected;
    private final Set<TextUnit> shared;

    /**
     * @param page the units of the page in the language that was asked for
     * @param inDefault the units of the same page in the default language, from the same node
     */
    Fallback(Set<TextUnit> page, Set<TextUnit> inDefault) {
        Set<String> words = words(page);
        expected = inDefault;
        shared = inDefault.stream()
                .filter(unit -> words.contains(unit.words()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The units that both languages have, in the order of the page. */
    Set<TextUnit> shared() {
        return shared;
    }

    /** The part of the default language's units that the page shares, from 0 to 1; 0 where there are none. */
    double share() {
        return share(unit -> true);
    }

    /**
     * Why the page is taken for one in the default language; empty where it is not.
     *
     * @param otherNodes the pages of each other node, in the language of the page; asked for only if they can matter
     * @param otherLanguages the pages of the stack in other languages but the default one; likewise
     */
    Optional<String> find(Supplier<Collection<Pages>> otherNodes, Supplier<Collection<Pages>> otherLanguages) {
        if (isWhole()) {
            return Optional.of(
                    shared.size() + " of " + expected.size() + " pieces of text are those of the default language");
        }
        if (sharedSentences().size() < FEWEST_SENTENCES) {
            return Optional.empty();
        }
        Optional<String> byNode = part(otherNodes.get());
        return byNode.isPresent() ? byNode : part(otherLanguages.get());
    }

    /** Whether the page as a whole fell back. */
    boolean isWhole() {
        if (expected.size() < FEWEST_UNITS || shared.isEmpty()) {
            return false;
        }
        Predicate<TextUnit> around = unit -> !unit.region().startsWith(MAIN);
        boolean isFramed = count(expected, around) >= FEWEST_UNITS_AROUND;
        if (isFramed && share(around) < SHARED_AROUND) {
            return false;
        }
        long sentences = count(expected, TextUnit::isSentence);
        long sharedSentences = sharedSentences().size();
        // One sentence may be missing here for being part of a split test.
        if (sentences > sharedSentences + 1 && share(TextUnit::isSentence) < SHARED_SENTENCES) {
            return false;
        }
        return isFramed && sharedSentences > 0 || share() >= SHARED_IN_ALL;
    }

    /** The part of those units of the default language that the page shares; 0 where there are none. */
    private double share(Predicate<TextUnit> those) {
        long all = count(expected, those);
        return all == 0 ? 0 : (double) count(shared, those) / all;
    }

    private static long count(Set<TextUnit> units, Predicate<TextUnit> those) {
        return units.stream().filter(those).count();
    }

    private List<TextUnit> sharedSentences() {
        return shared.stream().filter(TextUnit::isSentence).toList();
    }

    private Optional<String> part(Collection<Pages> elsewhere) {
        long sentences = expected.stream().filter(TextUnit::isSentence).count();
        for (Pages pages : elsewhere) {
            List<TextUnit> fallen = sharedSentences().stream()
                    .filter(unit ->
                            pages.count() >= FEWEST_PAGES && !pages.words().contains(unit.words()))
                    .toList();
            if (fallen.size() >= FEWEST_SENTENCES && fallen.size() >= SENTENCES_IN_PART * sentences) {
                return Optional.of(fallen.size() + " of " + sentences + " sentences are those of the default language, "
                        + pages.where() + " shows them translated");
            }
        }
        return Optional.empty();
    }

    private static Set<String> words(Set<TextUnit> units) {
        return units.stream().map(TextUnit::words).collect(Collectors.toSet());
    }

    /**
     * All that was seen in one language, of one node or of all.
     *
     * @param where the node or language, as a message says it
     * @param count how many pages
     * @param words of every piece of text on them
     */
    record Pages(String where, int count, Set<String> words) {
        static Pages of(String where, Collection<Set<TextUnit>> pages) {
            Set<String> words = new LinkedHashSet<>();
            pages.forEach(page -> words.addAll(words(page)));
            return new Pages(where, pages.size(), Set.copyOf(words));
        }

        private static Set<String> words(Set<TextUnit> page) {
            return Fallback.words(page);
        }
    }
}
