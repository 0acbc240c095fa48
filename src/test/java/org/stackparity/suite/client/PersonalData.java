package org.stackparity.suite.client;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces personal data by a fingerprint and a shape: equal values stay equal under one key, and nobody can tell them from
 * the evidence. The key is that of the run; before any it is one that nobody knows.
 */
public final class PersonalData {
    /** A run says it before it asks anything; texts are masked far from where a run is known, also in messages. */
    private static final AtomicReference<byte[]> KEY = new AtomicReference<>(new SecureRandom().generateSeed(32));

    /** The shape of a login in a URL. */
    static final String LOGIN = "login";

    private static final int SHOWN_DIGITS = 12;
    // A page may be hostile: each pattern begins once in a run of its characters and never gives any of them back.
    private static final Pattern EMAIL = Pattern.compile("(?:\\G|(?<![\\w.+%-]))[\\w.+%-]++@[\\w-]++(?:\\.[\\w-]++)++");
    private static final Pattern CARD = Pattern.compile("(?<![\\w-])\\d(?:[ -]?\\d){12,18}(?![\\w-])");
    private static final Pattern IBAN =
            Pattern.compile("(?<!\\w)[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\\w)");
    /** Parameters of a url that by their name give access. */
    private static final Pattern PARAMETER =
            Pattern.compile("(?i)(?<=[?&;])((?:(?=[\\w-]*(?:token|session|secret|passw|signature|ticket))"
                    + "[\\w-]++|sid|code|state|auth|key)=)([^&#\\s\"'<>]++)");
    /** Signed tokens wherever they stand (RFC 7519). */
    private static final Pattern SIGNED =
            Pattern.compile("(?<![\\w-])((?:(?!eyJ)[\\w-])*+)(eyJ[\\w-]{8,}+\\.[\\w-]{8,}+\\.[\\w-]*+)");

    private static final BigInteger IBAN_MODULUS = BigInteger.valueOf(97);

    private PersonalData() {}

    /** From here on fingerprints are made with this key. */
    public static void useKey(byte[] secret) {
        KEY.set(secret.clone());
    }

    /** The text with logins in URLs, e-mail addresses, access tokens, card numbers and bank accounts replaced. */
    public static String mask(String text) {
        String masked = maskLogins(text);
        if (text.indexOf('@') >= 0) {
            masked = EMAIL.matcher(masked).replaceAll(found -> quoted(found.group(), "email"));
        }
        masked = behind(PARAMETER, masked);
        if (masked.contains("eyJ")) {
            masked = behind(SIGNED, masked);
        }
        masked = CARD.matcher(masked)
                .replaceAll(found -> isCard(digits(found.group()))
                        ? quoted(found.group(), "card")
                        : Matcher.quoteReplacement(found.group()));
        return IBAN.matcher(masked)
                .replaceAll(found -> isIban(found.group().replace(" ", ""))
                        ? quoted(found.group(), "iban")
                        : Matcher.quoteReplacement(found.group()));
    }

    /** The text with logins in URLs replaced: before anything else, which would take a password for part of a host. */
    static String maskLogins(String text) {
        return UrlLogins.replace(text, login -> fingerprint(login, LOGIN));
    }

    /** The text with the second group replaced; the first one stays. */
    private static String behind(Pattern token, String text) {
        return token.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1)) + quoted(found.group(2), "token"));
    }

    /** What stands in place of a value that is declared private. */
    public static String fingerprint(String value) {
        return fingerprint(value, shape(value));
    }

    /** The kinds of characters in order, runs folded: letters, digits and the rest as they are. */
    private static String shape(String value) {
        return value.replaceAll("\\p{Lu}+", "A")
                .replaceAll("[\\p{L}&&[^A]]+", "a")
                .replaceAll("\\d+", "9");
    }

    private static String quoted(String value, String shape) {
        return Matcher.quoteReplacement(fingerprint(value, shape));
    }

    private static String fingerprint(String value, String shape) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY.get(), "HmacSHA256"));
            byte[] digest = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
            return "«" + HexFormat.of().formatHex(digest).substring(0, SHOWN_DIGITS) + ":" + shape + "»";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC with SHA-256.", e);
        }
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    /** The check digit of ISO/IEC 7812 (Luhn). */
    private static boolean isCard(String digits) {
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            int digit = digits.charAt(digits.length() - 1 - place) - '0';
            int doubled = place % 2 == 0 ? digit : 2 * digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    /** The check digits of ISO 13616: letters count as numbers from 10, the whole is 1 modulo 97. */
    private static boolean isIban(String account) {
        String turned = account.substring(4) + account.substring(0, 4);
        StringBuilder number = new StringBuilder();
        for (char c : turned.toLowerCase(Locale.ROOT).toCharArray()) {
            number.append(Character.digit(c, 36));
        }
        return new BigInteger(number.toString()).mod(IBAN_MODULUS).intValue() == 1;
    }
}
