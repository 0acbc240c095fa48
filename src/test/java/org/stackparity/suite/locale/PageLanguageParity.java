package org.stackparity.suite.locale;

import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stackparity.environment.Contract;
import org.stackparity.model.Case;
import org.stackparity.model.Comparison;
import org.stackparity.model.Family;
import org.stackparity.model.Fault;
import org.stackparity.model.Safety;
import org.stackparity.model.Severity;
import org.stackparity.suite.client.Masking;
import org.stackparity.suite.client.PageLines;
import org.stackparity.suite.client.SeenPage;
import org.stackparity.suite.client.Visit;
import org.stackparity.suite.client.Visits;
import org.stackparity.suite.junit.CaseSource;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.ParityCheck;
import org.stackparity.suite.junit.ParitySuite;
import org.stackparity.suite.junit.Recorder;

/** A customer reads every page in the language that he asked for. */
@ParitySuite
final class PageLanguageParity {
    // LIMIT: how much is looked at to learn that a sentence is translated elsewhere.
    private static final int MOST_PAGES = 12;
    private static final int MOST_LANGUAGES = 3;

    @ParityCheck(
            id = "LOC-03",
            name = "locale.page-language",
            promise =
                    "Every page comes in the language that the customer asked for, and reads the same on both stacks.",
            family = Family.LOCALE,
            severity = Severity.BLOCKER,
            safety = Safety.S1,
            cases = PagesInLocales.class,
            rules = {
                @ParityCheck.Rule(paths = "text", comparison = Comparison.LINES),
                @ParityCheck.Rule(paths = "structure", comparison = Comparison.LINES),
                @ParityCheck.Rule(paths = "text.fallback", comparison = Comparison.LINES),
                @ParityCheck.Rule(paths = "fallback.share", comparison = Comparison.SHOWN)
            })
    void speaksTheLanguage(CheckTarget target, Recorder recorder) {
        Visit visit = Visits.ofCase(target);
        SeenPage page = visit.seen();
        requireLanguage(visit, recorder);
        requireDirection(visit, recorder);
        requirePhrase(visit, recorder);
        Mojibake.find(page.textLines())
                .ifPresent(broken -> recorder.fault(
                        "broken-charset",
                        "text",
                        named(visit) + " shows [" + broken + "], which was decoded or stored with the wrong charset."));
        requireOwnText(visit, target, recorder);
        page.record(Masking.of(target), recorder);
    }

    private static void requireLanguage(Visit visit, Recorder recorder) {
        String lang = visit.seen().lang();
        recorder.value("lang", lang.isEmpty() ? "none" : lang);
        // A page that says nothing about its language is compared, but is not wrong by itself.
        recorder.require(
                lang.isEmpty() || language(lang).equals(language(visit.locale())),
                () -> new Fault(
                                "wrong-language",
                                "lang",
                                named(visit) + " says lang=[" + lang + "]; expected [" + visit.locale() + "].")
                        .with("locale", lang));
    }

    private static void requireDirection(Visit visit, Recorder recorder) {
        String dir = visit.seen().dir().toLowerCase(Locale.ROOT);
        recorder.value("dir", dir.isEmpty() ? "none" : dir);
        boolean rightToLeft = ULocale.forLanguageTag(visit.locale()).isRightToLeft();
        boolean fits = dir.equals("auto") || rightToLeft == dir.equals("rtl");
        recorder.require(
                fits,
                "wrong-direction",
                "dir",
                () -> named(visit) + " is written with dir=[" + dir + "]; expected [" + (rightToLeft ? "rtl" : "ltr")
                        + "].");
    }

    private static void requirePhrase(Visit visit, Recorder recorder) {
        String phrase = visit.page().phrases().get(visit.locale());
        if (phrase == null) {
            return;
        }
        String all = visit.seen().text().stream().map(PageLines.Line::content).collect(Collectors.joining(" "));
        recorder.require(
                all.contains(phrase),
                "missing-phrase",
                "phrase",
                () -> named(visit) + " does not show its phrase [" + phrase + "].");
    }

    private static void requireOwnText(Visit visit, CheckTarget target, Recorder recorder) {
        String defaultLocale = Visits.defaultLocale(target.contract());
        if (isVariant(visit.locale(), defaultLocale)) {
            return;
        }
        Optional<Visit> inDefault = inDefault(visit, defaultLocale, target);
        if (inDefault.isEmpty()) {
            return;
        }
        Fallback fallback = new Fallback(
                TextUnit.of(visit.seen().text()),
                TextUnit.of(inDefault.get().seen().text()));
        recorder.value("fallback.share", String.format(Locale.ROOT, "%.2f", fallback.share()));
        recorder.lines("text.fallback", shared(visit.seen(), inDefault.get().seen()));
        fallback.find(() -> otherNodes(visit, target), () -> otherLanguages(visit, target))
                .ifPresent(why -> recorder.fault(new Fault(
                                "fallback-language",
                                "text",
                                named(visit) + " is in " + defaultLocale + ": " + why + ", like [" + example(fallback)
                                        + "].")
                        .with("locale", defaultLocale)));
    }

    /** LIMIT: variants of one language share most of their text by right, so a fallback cannot be told. */
    static boolean isVariant(String locale, String ofLocale) {
        return language(locale).equals(language(ofLocale));
    }

    /** The page in the default language, of the same node, or else of another one where that failed just now. */
    private static Optional<Visit> inDefault(Visit visit, String defaultLocale, CheckTarget target) {
        return Stream.concat(Stream.of(visit.node()), nodes(target).stream())
                .flatMap(node -> Visits.of(target).find(node, visit.page().path(), defaultLocale).stream())
                .findFirst();
    }

    /**
     * The lines that the page has from the default language, names among them. Lines that only one stack has here are
     * what a missing catalog predicts.
     */
    private static String shared(SeenPage page, SeenPage inDefault) {
        Set<String> known = inDefault.textLines().lines().collect(Collectors.toSet());
        return page.textLines().lines().filter(known::contains).collect(Collectors.joining("\n"));
    }

    private static String example(Fallback fallback) {
        return fallback.shared().stream()
                .filter(TextUnit::isSentence)
                .findFirst()
                .or(() -> fallback.shared().stream().findFirst())
                .map(TextUnit::words)
                .orElse("");
    }

    private static Collection<Fallback.Pages> otherNodes(Visit visit, CheckTarget target) {
        List<Contract.Page> pages = telling(visit, target);
        List<String> others = nodes(target).stream()
                .filter(node -> !node.equals(visit.node()))
                .toList();
        Visits.of(target).begin(others, pages, List.of(visit.locale()));
        return others.stream()
                .map(node -> Fallback.Pages.of(node, units(pages, List.of(node), visit.locale(), target)))
                .toList();
    }

    private static Collection<Fallback.Pages> otherLanguages(Visit visit, CheckTarget target) {
        List<Contract.Page> pages = telling(visit, target);
        String defaultLanguage = language(Visits.defaultLocale(target.contract()));
        List<String> others = target.contract().locales().stream()
                .filter(locale -> !language(locale).equals(defaultLanguage))
                .filter(locale -> !language(locale).equals(language(visit.locale())))
                .limit(MOST_LANGUAGES)
                .toList();
        Visits.of(target).begin(nodes(target), pages, others);
        return others.stream()
                .map(locale -> Fallback.Pages.of(locale, units(pages, nodes(target), locale, target)))
                .toList();
    }

    /** The page itself, and some others, since what belongs to a language may stand on another page. */
    private static List<Contract.Page> telling(Visit visit, CheckTarget target) {
        List<Contract.Page> pages = new ArrayList<>(List.of(visit.page()));
        target.contract().pages().stream()
                .filter(page -> page.localised() && !page.equals(visit.page()))
                .limit(MOST_PAGES)
                .forEach(pages::add);
        return pages;
    }

    /** What nodes show in a language; nothing where none shows the first page itself, since that would prove nothing. */
    private static List<Set<TextUnit>> units(
            List<Contract.Page> pages, List<String> nodes, String locale, CheckTarget target) {
        List<Visit> seen = nodes.stream()
                .flatMap(node -> Visits.of(target).findAll(node, pages, locale).stream())
                .toList();
        if (seen.stream().noneMatch(one -> one.page().equals(pages.get(0)))) {
            return List.of();
        }
        return seen.stream().map(one -> TextUnit.of(one.seen().text())).toList();
    }

    private static List<String> nodes(CheckTarget target) {
        return target.environment().web().nodes().stream()
                .map(node -> node.name())
                .toList();
    }

    private static String named(Visit visit) {
        return visit.page().path() + " in " + visit.locale() + " on " + visit.node();
    }

    private static String language(String tag) {
        return Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
    }

    /** Every localised page in every language. */
    static final class PagesInLocales implements CaseSource {
        @Override
        public List<Case> cases(Contract contract) {
            List<Case> cases = new ArrayList<>();
            for (Contract.Page page : contract.pages()) {
                if (page.localised()) {
                    contract.locales()
                            .forEach(locale ->
                                    cases.add(Case.of("page", page.path()).with("locale", locale)));
                }
            }
            return cases;
        }

        @Override
        public String input() {
            return "locales and pages";
        }
    }
}
