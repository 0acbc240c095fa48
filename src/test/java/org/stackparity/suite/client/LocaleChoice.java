package org.stackparity.suite.client;

import java.util.Locale;
import okhttp3.HttpUrl;
import org.stackparity.environment.Contract.LocaleSelection;

/** Says to the stack which language the visitor wants, in the way that the contract declares. */
public final class LocaleChoice {
    private final LocaleSelection selection;
    private final String locale;

    /** @param locale a BCP 47 tag */
    public LocaleChoice(LocaleSelection selection, String locale) {
        this.selection = selection;
        this.locale = locale;
    }

    /** The request with the choice in it; unchanged where a cookie says it. */
    public Ask in(Ask ask) {
        return switch (selection.kind()) {
            case HEADER -> ask.withHeader(selection.value(), headerValue());
            case COOKIE -> ask;
            case QUERY -> ask.withPath(withQuery(ask.path()));
            case PATH -> ask.withPath(withPrefix(ask.path()));
        };
    }

    /** Gives the visitor the cookie that says the choice, where that is the way. */
    public void in(Session session) {
        if (selection.kind() == LocaleSelection.Kind.COOKIE) {
            session.putCookie(selection.value(), locale);
        }
    }

    /** A browser's list: the tag, then its language with less weight (RFC 9110, section 12.5.4). */
    private String headerValue() {
        String language = Locale.forLanguageTag(locale).getLanguage();
        return locale.equals(language) || !selection.value().equalsIgnoreCase("Accept-Language")
                ? locale
                : locale + "," + language + ";q=0.9";
    }

    private String withQuery(String path) {
        // Only the path and query of the result are used, the host is a stand-in.
        HttpUrl url = HttpUrl.get("http://localhost" + path)
                .newBuilder()
                .setQueryParameter(selection.value(), locale)
                .build();
        return url.encodedPath() + "?" + url.encodedQuery();
    }

    /** Puts the prefix before the path: {@code /{locale}/} gives {@code /de-DE/cart}, {@code /{language}/} {@code /de/cart}. */
    private String withPrefix(String path) {
        Locale parsed = Locale.forLanguageTag(locale);
        String prefix = selection
                .value()
                .replace("{locale}", locale)
                .replace("{language}", parsed.getLanguage())
                .replace("{country}", parsed.getCountry().toLowerCase(Locale.ROOT));
        return prefix.replaceAll("/$", "") + path;
    }
}
