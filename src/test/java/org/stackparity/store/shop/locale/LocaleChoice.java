package org.stackparity.store.shop.locale;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Chooses the language of a visit: the query over the cookie over Accept-Language, and the first one of the shop at last. */
public final class LocaleChoice {
    private final List<ShopLocale> locales;

    /** @param locales in the order of the settings, the default first; not empty */
    public LocaleChoice(List<ShopLocale> locales) {
        this.locales = List.copyOf(locales);
    }

    public List<ShopLocale> locales() {
        return locales;
    }

    public ShopLocale choose(Optional<String> query, Optional<String> cookie, Optional<String> acceptLanguage) {
        return query.flatMap(this::findLanguage)
                .or(() -> cookie.flatMap(this::findLanguage))
                .or(() -> acceptLanguage.flatMap(this::findAccepted))
                .orElse(locales.get(0));
    }

    /** An unreadable header is a header that asks for nothing. */
    private Optional<ShopLocale> findAccepted(String header) {
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .flatMap(range -> findLanguage(range.getRange()).stream())
                    .findFirst();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<ShopLocale> findLanguage(String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        return locales.stream()
                .filter(locale -> locale.tag().equalsIgnoreCase(tag))
                .findFirst()
                .or(() -> locales.stream()
                        .filter(locale -> locale.language().equals(language))
                        .findFirst());
    }
}
