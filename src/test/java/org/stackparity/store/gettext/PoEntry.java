package org.stackparity.store.gettext;

import java.util.List;
import java.util.Objects;

/**
 * One message of a gettext source: its id in English and its forms in the language of the catalog.
 *
 * @param plural the English plural, empty for a message without plural forms
 * @param forms one form for a message without plural, else one per plural form in the order of the catalog; never empty
 */
public record PoEntry(String id, String plural, List<String> forms) {

    public PoEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(plural, "plural");
        forms = List.copyOf(forms);
        if (forms.isEmpty()) {
            throw new IllegalArgumentException("message [" + id + "] has no translation; expected msgstr after msgid");
        }
    }

    public boolean hasPlural() {
        return !plural.isEmpty();
    }

    /** The header of a catalog is the message with the empty id. */
    public boolean isHeader() {
        return id.isEmpty();
    }

    /** Answers whether every form has a text; gettext leaves an empty form to the English id. */
    public boolean isTranslated() {
        return forms.stream().noneMatch(String::isEmpty);
    }
}
