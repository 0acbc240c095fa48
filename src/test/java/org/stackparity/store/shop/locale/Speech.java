package org.stackparity.store.shop.locale;

import java.util.Objects;

/** All that a page needs to speak one language. */
public record Speech(ShopLocale locale, Messages messages, Formats formats) {

    public Speech {
        Objects.requireNonNull(locale, "locale");
        Objects.requireNonNull(messages, "messages");
        Objects.requireNonNull(formats, "formats");
    }

    public String text(String id) {
        return messages.text(id);
    }

    /** How many items a cart holds, as a text. */
    public String items(long count) {
        return messages.plural("{count} item", "{count} items", count, formats.integer(count));
    }
}
