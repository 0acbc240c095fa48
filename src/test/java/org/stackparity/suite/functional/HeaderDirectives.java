package org.stackparity.suite.functional;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.stackparity.suite.client.Answer;

/** Takes headers apart into directives, so that order, case and white space make no difference. */
final class HeaderDirectives {
    /** A nonce is new with every answer by definition (CSP Level 3, section 2.3.1). */
    private static final Pattern NONCE = Pattern.compile("'nonce-[^']*'");

    private HeaderDirectives() {}

    /**
     * Directives apart by semicolons with sources in any order, as in Content-Security-Policy: name to sorted sources;
     * a directive without sources is "present". The first of two equal names counts, as in browsers.
     */
    static Map<String, String> policy(String value) {
        Map<String, String> directives = new TreeMap<>();
        for (String directive : split(value, ";")) {
            List<String> tokens = split(NONCE.matcher(directive).replaceAll("'nonce-«nonce»'"), "\\s+");
            String sources = String.join(" ", new TreeSet<>(tokens.subList(1, tokens.size())));
            directives.putIfAbsent(lower(tokens.get(0)), sources.isEmpty() ? "present" : sources);
        }
        return directives;
    }

    /** Directives apart by the separator with an optional value after an equals sign, as in Cache-Control. */
    static Map<String, String> parameters(List<String> values, String separator) {
        Map<String, String> directives = new TreeMap<>();
        for (String directive : split(String.join(separator, values), separator)) {
            String[] pair = directive.split("=", 2);
            directives.putIfAbsent(
                    lower(pair[0].strip()),
                    pair.length == 1 ? "present" : pair[1].strip().replace("\"", ""));
        }
        return directives;
    }

    /** The tokens of a list header like Vary in lower case, sorted; empty without the header. */
    static TreeSet<String> tokens(Answer answer, String header) {
        TreeSet<String> tokens = new TreeSet<>();
        answer.headers(header).forEach(value -> split(value, ",").forEach(token -> tokens.add(lower(token))));
        return tokens;
    }

    private static List<String> split(String value, String separator) {
        return Arrays.stream(value.split(separator))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
