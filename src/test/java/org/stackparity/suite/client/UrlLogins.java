package org.stackparity.suite.client;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The logins in URLs: what stands before the host (RFC 3986, section 3.2.1), a user with a password or one of them alone.
 * Also as people write them against the RFC, with a slash in the password, and with slashes that JSON escapes. LIMIT: a
 * password behind a user that begins with one to five digits and a slash reads like a port and a path, and stays.
 */
public final class UrlLogins {
    private static final String TEXT = "\\s\"'<>«»";
    private static final String IN_AUTHORITY = "[^/?#@" + TEXT + "]";
    private static final String PORT_AND_PATH = "\\d{1,5}[/\\\\?#]";
    // Each character is looked at a fixed number of times, since a login ends where the next url begins.
    private static final String IN_PASSWORD = "(?:(?!:\\\\?/\\\\?/)[^@" + TEXT + "])*+@";
    private static final Pattern LOGIN = Pattern.compile("(:(?://|\\\\/\\\\/))("
            + "(?:" + IN_AUTHORITY + "++@"
            + "|(?:[^/?#@:\\[" + TEXT + "]++:(?!" + PORT_AND_PATH + ")|:)" + IN_PASSWORD + ")"
            + "(?:" + IN_AUTHORITY + "*+@)*+)");

    private UrlLogins() {}

    /** The text with another word in place of each login; the {@code @} behind it and the host stay. */
    public static String replace(String text, UnaryOperator<String> word) {
        if (text.indexOf('@') < 0) {
            return text;
        }
        return LOGIN.matcher(text).replaceAll(found -> {
            String login = found.group(2).substring(0, found.group(2).length() - 1);
            return Matcher.quoteReplacement(found.group(1) + word.apply(login) + "@");
        });
    }
}
