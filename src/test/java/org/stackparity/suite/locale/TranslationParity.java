package org.stackparity.suite.locale;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.stackparity.environment.Contract;
import org.stackparity.model.Case;
import org.stackparity.model.Comparison;
import org.stackparity.model.Family;
import org.stackparity.model.Fault;
import org.stackparity.model.Safety;
import org.stackparity.model.Severity;
import org.stackparity.suite.client.Cases;
import org.stackparity.suite.client.PageLines;
import org.stackparity.suite.client.SeenPage;
import org.stackparity.suite.client.Visits;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.Load;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.ParityCheck;
import org.stackparity.suite.junit.ParitySuite;
import org.stackparity.suite.junit.Recorder;

/**
 * As much is translated on one stack as on the other. Where most pages of a language are in the default one as a whole,
 * that is a fault by itself, and counting what is left would say one thing fifty times.
 */
@ParitySuite
final class TranslationParity {
    /** What a page shows instead of a text that nobody found: its key. */
    private static final Pattern KEY =
            Pattern.compile("[a-z][\\w-]*+(?:\\.[\\w-]++)++|[A-Z][A-Z0-9]*+(?:_[A-Z0-9]++)++");
    /** A place in a text that was not filled. */
    private static final Pattern PLACE = Pattern.compile("\\{\\{?[\\w.]*+}?}|\\$\\{[\\w.]++}|%(?:\\d\\$)?[sd]");

    @ParityCheck(
            id = "LOC-04",
            name = "locale.translations",
            version = 2,
            promise = "No language has more untranslated texts or raw message keys on one stack than on the other.",
            family = Family.LOCALE,
            severity = Severity.CRITICAL,
            safety = Safety.S1,
            cases = Translations.class,
            rules = {
                // Unit by unit, so that text of a split test does not hide the rest; the counts follow from the units.
                @ParityCheck.Rule(paths = "*.units", comparison = Comparison.LINES),
                @ParityCheck.Rule(paths = "*.count", comparison = Comparison.SHOWN),
                @ParityCheck.Rule(paths = "untranslated.share", comparison = Comparison.SHOWN)
            })
    void isTranslatedAsFar(CheckTarget target, Recorder recorder) {
        String locale = target.subject().get("locale");
        String defaultLocale = Visits.defaultLocale(target.contract());
        List<String> fallen = new ArrayList<>();
        int pages = 0;
        Set<String> units = new LinkedHashSet<>();
        SortedSet<String> untranslated = new TreeSet<>();
        SortedSet<String> raw = new TreeSet<>();
        for (Contract.Page page : target.contract().pages()) {
            if (page.localised()) {
                pages++;
                SeenPage here = seen(target, page, locale);
                SeenPage inDefault = seen(target, page, defaultLocale);
                Set<TextUnit> expected = TextUnit.of(inDefault.text());
                expected.forEach(unit -> units.add(unit.words()));
                Fallback fallback = new Fallback(TextUnit.of(here.text()), expected);
                fallback.shared().forEach(unit -> untranslated.add(unit.words()));
                if (fallback.isWhole()) {
                    fallen.add(page.path());
                }
                here.text().stream()
                        .map(PageLines.Line::content)
                        .filter(TranslationParity::isRaw)
                        .forEach(raw::add);
            }
        }
        recorder.value("untranslated.count", untranslated.size());
        recorder.lines("untranslated.units", String.join("\n", untranslated));
        recorder.value(
                "untranslated.share",
                String.format(
                        Locale.ROOT, "%.2f", units.isEmpty() ? 0.0 : (double) untranslated.size() / units.size()));
        if (!PageLanguageParity.isVariant(locale, defaultLocale) && fallen.size() * 2 > pages) {
            recorder.fault(new Fault(
                            "fallback-language",
                            "untranslated",
                            target.node() + " shows " + fallen.size() + " of " + pages + " pages of " + locale + " in "
                                    + defaultLocale + ", like " + fallen.get(0) + "; " + untranslated.size() + " of "
                                    + units.size() + " pieces of text are not translated.")
                    .with("locale", defaultLocale));
        }
        recorder.value("raw-keys.count", raw.size());
        recorder.lines("raw-keys.units", String.join("\n", raw));
    }

    /** Whether a text is a key, or has a place in it that was not filled. */
    static boolean isRaw(String text) {
        return KEY.matcher(text).matches() || PLACE.matcher(text).find();
    }

    /** One page that fails makes the counts unknown; its failure is said where pages are asked for. */
    private static SeenPage seen(CheckTarget target, Contract.Page page, String locale) {
        return Visits.of(target)
                .findPatiently(target.node(), page.path(), locale)
                .orElseThrow(() -> new NotObservedException(page.path() + " was not seen in " + locale + " on "
                        + target.node() + ", so its texts cannot be counted; see LOC-03."))
                .seen();
    }

    /** Each language but the default one. */
    static final class Translations extends Cases {
        Translations() {
            super(
                    "locales and pages",
                    contract -> contract.pages().stream().anyMatch(Contract.Page::localised)
                            ? contract.locales().stream().skip(1).map(locale -> Case.of("locale", locale))
                            : java.util.stream.Stream.of());
        }

        /** Each page in the language, beside the one in the default language, which is fetched once. */
        @Override
        public Optional<Load> load(Contract contract, Case subject) {
            int pages = contract.pages().size();
            return Optional.of(Load.ofRequests(
                    subject.get("locale").equals(contract.locales().get(1)) ? 2 * pages : pages));
        }
    }
}
