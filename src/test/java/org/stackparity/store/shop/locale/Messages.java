package org.stackparity.store.shop.locale;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stackparity.store.gettext.MoFile;

/**
 * The texts of one language, from its compiled catalog. A message that is not there, or a catalog that cannot be read, gives
 * the English text without a word to anybody, as gettext does.
 */
public final class Messages {
    private static final Logger LOG = LoggerFactory.getLogger(Messages.class);

    private final Optional<MoFile> catalog;

    private Messages(Optional<MoFile> catalog) {
        this.catalog = catalog;
    }

    /** Reads {@code messages.mo} of a language; never fails. */
    public static Messages read(Path folder, ShopLocale locale) {
        Path file = folder.resolve(locale.tag()).resolve("messages.mo");
        try {
            return new Messages(Optional.of(MoFile.read(file)));
        } catch (IOException e) {
            LOG.debug("no catalog for {}", locale.tag(), e);
            return new Messages(Optional.empty());
        }
    }

    public String text(String id) {
        return catalog.flatMap(messages -> messages.find(id)).orElse(id);
    }

    /** The text with its {@code {placeholders}} filled in. */
    public String text(String id, Map<String, String> values) {
        return fill(text(id), values);
    }

    /** The form that fits {@code count}; {@code shown} stands for {@code {count}}, as the language writes the number. */
    public String plural(String one, String many, long count, String shown) {
        String form =
                catalog.flatMap(messages -> messages.findPlural(one, count)).orElse(count == 1 ? one : many);
        return fill(form, Map.of("count", shown));
    }

    private static String fill(String text, Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }
}
