package org.stackparity.suite.subscription;

import java.util.regex.Pattern;
import org.stackparity.suite.client.Sha256;

/** A line of a crontab without the logins that people write into such lines. */
final class MaskedCommand {
    private static final String MASK = "«secret»";
    private static final int LONGEST = 200;
    private static final Pattern NAMED = Pattern.compile(
            "(?i)([\\w.-]*(?:pass|pwd|secret|token|key|auth|credential)[\\w.-]*\\s*[=: ]\\s*)(\"[^\"]*\"|'[^']*'|\\S+)");
    private static final Pattern IN_URL = Pattern.compile("(://[^\\s/:@]*):[^\\s/@]+@");
    private static final Pattern OPTION = Pattern.compile("(?<=\\s)(-u\\s*[^\\s:]+):\\S+|(?<=\\s)-p[^\\s-]\\S*");

    private MaskedCommand() {}

    /** The text with every login masked, cut at a readable length. */
    static String of(String text) {
        String masked = masked(text);
        return masked.length() > LONGEST ? masked.substring(0, LONGEST) + "…" : masked;
    }

    private static String masked(String text) {
        String masked = NAMED.matcher(text).replaceAll("$1" + MASK);
        masked = IN_URL.matcher(masked).replaceAll("$1:" + MASK + "@");
        return OPTION.matcher(masked)
                .replaceAll(match -> match.group(1) == null ? "-p" + MASK : match.group(1) + ":" + MASK);
    }

    /** Tells two commands apart; the logins in them take no part. */
    static String digest(String command) {
        return Sha256.of(masked(command), 16);
    }
}
