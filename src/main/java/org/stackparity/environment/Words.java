package org.stackparity.environment;

import java.util.List;

/** Lists words the way a sentence does. */
final class Words {
    private Words() {}

    /** {@code a, b or c}. */
    static String choice(List<String> words) {
        int last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    /** {@code the key a} or {@code the keys a, b or c}. */
    static String keys(List<String> keys) {
        return (keys.size() == 1 ? "the key " : "the keys ") + choice(keys);
    }
}
