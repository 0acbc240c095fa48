package org.stackparity.store.shop.locale;

import com.ibm.icu.util.ULocale;
import java.util.Locale;

/** A language that the shop speaks, by its BCP 47 tag, like {@code de-DE}. */
public record ShopLocale(String tag) {

    public ULocale icu() {
        return ULocale.forLanguageTag(tag);
    }

    public String language() {
        return Locale.forLanguageTag(tag).getLanguage();
    }

    /** The value of the dir attribute: {@code ltr} or {@code rtl}. */
    public String direction() {
        return icu().isRightToLeft() ? "rtl" : "ltr";
    }

    /** The name of the language in itself, like {@code Deutsch (Deutschland)}. */
    public String nativeName() {
        return icu().getDisplayNameWithDialect(icu());
    }
}
