package org.stackparity.suite.client;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.stackparity.environment.Contract;
import org.stackparity.model.PlannedCase;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.Recorder;
import org.stackparity.suite.junit.Scope;
import org.stackparity.suite.junit.StackException;
import org.stackparity.suite.junit.Waiting;

/**
 * The pages of one environment as seen in one round. Every asked page is fetched once for each node and language, all
 * visitors at the same time, as soon as the first check wants one; each visitor is fresh, stays on one node, wants one
 * language and sees the pages in the order of the contract.
 */
public final class Visits implements AutoCloseable {
    private static final int MOST_LOOKS = 4;

    private final Scope round;
    private final Http http;
    private final Masking masking;
    private final ExecutorService threads;
    private final Map<Visitor, Session> sessions = new ConcurrentHashMap<>();
    private final Map<Wish, Optional<Visit>> secondLooks = new ConcurrentHashMap<>();
    private final Map<String, FutureTask<Session>> signIns = new ConcurrentHashMap<>();
    private final Map<Wish, Future<Visit>> visits = new HashMap<>();

    private Visits(Scope round, Scope pass) {
        this.round = round;
        http = Http.of(round, pass);
        masking = Masking.of(pass);
        threads =
                Executors.newFixedThreadPool(round.environment().web().limits().connections(), task -> {
                    Thread thread = new Thread(task, "visits-" + round.role().word());
                    thread.setDaemon(true);
                    return thread;
                });
        wishes().forEach(this::begin);
    }

    /** The visits of the target's round. */
    public static Visits of(CheckTarget target) {
        return target.round().shared(Visits.class, round -> new Visits(round, target.pass()));
    }

    /**
     * The page that the target's case names, as its node showed it in the case's language or else the default one.
     *
     * @throws NotObservedException if something else stands in the page's place
     * @throws StackException if the stack fails to answer with it
     */
    public static Visit ofCase(CheckTarget target) {
        String locale = target.subject().find("locale").orElse(defaultLocale(target.contract()));
        return of(target).visit(target.node(), target.subject().get("page"), locale);
    }

    /** The page as a node showed it in a language; fetched now where nobody asked for it before. */
    public Visit visit(String node, String path, String locale) {
        return Waiting.on(begin(new Wish(new Visitor(node, locale), path)), "visit of " + path);
    }

    /** The same, but empty where the page was not seen for whatever reason. */
    public Optional<Visit> find(String node, String path, String locale) {
        try {
            return Optional.of(visit(node, path, locale));
        } catch (StackException | NotObservedException e) {
            return Optional.empty();
        }
    }

    /**
     * The same, looked for again where it failed; for what has to see many pages to say anything. The failure stays with
     * those who ask by {@link #visit}, and in the tally.
     */
    public Optional<Visit> findPatiently(String node, String path, String locale) {
        Wish wish = new Wish(new Visitor(node, locale), path);
        Optional<Visit> found = find(node, path, locale);
        return found.isPresent() ? found : secondLooks.computeIfAbsent(wish, this::look);
    }

    private Optional<Visit> look(Wish wish) {
        for (int look = 2; look <= MOST_LOOKS; look++) {
            try {
                return Optional.of(make(wish));
            } catch (StackException | NotObservedException e) {
                // What failed was counted where it was asked; here only a page that was seen is of use.
            }
        }
        return Optional.empty();
    }

    /** Begins to fetch what nobody asked for before: all visitors at the same time, whatever of it is then looked at first. */
    public void begin(List<String> nodes, List<Contract.Page> pages, List<String> locales) {
        for (Contract.Page page : pages) {
            for (String node : nodes) {
                locales.forEach(locale -> begin(new Wish(new Visitor(node, locale), page.path())));
            }
        }
    }

    /**
     * What a node shows of some pages in a language, in their order; without those that were not seen, so that it may be
     * empty. What nobody asked for before is fetched now, one page after the other unless they were begun together.
     */
    public List<Visit> findAll(String node, List<Contract.Page> pages, String locale) {
        return pages.stream()
                .flatMap(page -> find(node, page.path(), locale).stream())
                .toList();
    }

    /** The first locale of the contract; {@code en-US} where it declares none. */
    public static String defaultLocale(Contract contract) {
        return contract.locales().isEmpty() ? "en-US" : contract.locales().get(0);
    }

    private synchronized Future<Visit> begin(Wish wish) {
        return visits.computeIfAbsent(wish, one -> threads.submit(() -> make(one)));
    }

    private Visit make(Wish wish) {
        Contract contract = round.contract();
        LocaleChoice choice =
                new LocaleChoice(contract.localeSelection(), wish.visitor().locale());
        Session session = sessions.computeIfAbsent(wish.visitor(), visitor -> {
            Session fresh = http.session(visitor.node());
            choice.in(fresh);
            return fresh;
        });
        if (contract.signIn().isPresent()) {
            session.takeCookiesOf(signedIn(wish.visitor().node()));
        }
        synchronized (session) {
            return Visit.make(page(wish.path()), session, choice, wish.visitor().locale(), masking);
        }
    }

    /** A visitor who signed in on the node by the contract's journey; once in the round, whoever needs him first. */
    private Session signedIn(String node) {
        FutureTask<Session> signIn = signIns.computeIfAbsent(
                node,
                one -> new FutureTask<>(() -> {
                    Contract contract = round.contract();
                    LocaleChoice choice = new LocaleChoice(contract.localeSelection(), defaultLocale(contract));
                    Session session = http.session(one);
                    new JourneyWalk(session, choice, masking, round.secrets())
                            .walk(JourneyWalk.find(contract, contract.signIn().orElseThrow()), new Recorder());
                    return session;
                }));
        signIn.run();
        return Waiting.on(signIn, "sign-in on " + node);
    }

    private Contract.Page page(String path) {
        return round.contract().pages().stream()
                .filter(page -> page.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The contract has no page [" + path + "]."));
    }

    /** What the asked cases need, page after page, so that no visitor waits for himself. */
    private List<Wish> wishes() {
        Set<Wish> wishes = new LinkedHashSet<>();
        List<PlannedCase> asked = round.askedWith("page");
        for (Contract.Page page : round.contract().pages()) {
            for (PlannedCase planned : asked) {
                if (planned.subject().get("page").equals(page.path())) {
                    for (String node : planned.nodesOf(round.role())) {
                        String defaultLocale = defaultLocale(round.contract());
                        // A page in another language is looked at beside the one in the default language.
                        wishes.add(new Wish(new Visitor(node, defaultLocale), page.path()));
                        String locale = planned.subject().find("locale").orElse(defaultLocale);
                        wishes.add(new Wish(new Visitor(node, locale), page.path()));
                    }
                }
            }
        }
        return new ArrayList<>(wishes);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** Somebody who stays on one node and wants one language. */
    private record Visitor(String node, String locale) {}

    private record Wish(Visitor visitor, String path) {}
}
