package org.stackparity.suite.junit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.stackparity.environment.Pair;
import org.stackparity.environment.Secret;
import org.stackparity.model.Role;

/**
 * Puts the reference in the place of every secret that the pair sends, wherever a stack repeats it: as it is, encoded for
 * a URL, or in Base64. LIMIT: a secret of fewer than four characters cannot be told from other text and stays.
 */
final class Redaction {
    private static final int SHORTEST = 4;
    /** A part of a secret of several words, like the token behind {@code Bearer}, counts from this length on. */
    private static final int SHORTEST_PART = 8;

    private final Map<String, String> references =
            new TreeMap<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    static Redaction of(Pair pair) {
        Redaction redaction = new Redaction();
        for (Role role : Role.values()) {
            pair.environment(role).web().headers().values().forEach(redaction::add);
        }
        pair.secrets().values().forEach(redaction::add);
        return redaction;
    }

    private void add(Secret secret) {
        String value = secret.reveal();
        Stream.concat(
                        Stream.of(value).filter(whole -> whole.length() >= SHORTEST),
                        Stream.of(value.split("\\s+")).filter(part -> part.length() >= SHORTEST_PART))
                .flatMap(Redaction::spellings)
                .forEach(spelling -> references.put(spelling, secret.toString()));
    }

    private static Stream<String> spellings(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                value,
                URLEncoder.encode(value, StandardCharsets.UTF_8),
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The text with references instead of secrets. */
    String apply(String text) {
        String redacted = text;
        for (Map.Entry<String, String> entry : references.entrySet()) {
            redacted = redacted.replace(entry.getKey(), entry.getValue());
        }
        return redacted;
    }
}
