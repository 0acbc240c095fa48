package org.stackparity.suite.client;

import org.stackparity.environment.Contract;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.StackException;

/**
 * How one page showed itself to one visitor.
 *
 * @param page what was asked for
 * @param locale the language that the visitor wanted
 * @param trail the page's answer, with the redirects that led to it
 * @param seen the page, masked
 */
public record Visit(Contract.Page page, String node, String locale, Trail trail, SeenPage seen) {

    public Answer answer() {
        return trail.last();
    }

    /**
     * Visits a page.
     *
     * @throws NotObservedException if something else stands in its place
     * @throws StackException if the stack fails to answer with it
     */
    static Visit make(Contract.Page page, Session session, LocaleChoice choice, String locale, Masking masking) {
        Ask ask = choice.in(Ask.get(page.path()).withHeader("Accept", "text/html,*/*;q=0.8"));
        Trail trail = session.follow(page.status() >= 500 ? ask.thatMayFail() : ask);
        Answer answer = Sight.require(page, trail);
        return new Visit(page, session.node(), locale, trail, SeenPage.of(answer, masking));
    }
}
