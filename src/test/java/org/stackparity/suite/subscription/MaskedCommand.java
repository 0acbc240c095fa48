package org.stackparity.suite.subscription;

import java.util.regex.Pattern;
import org.stackparity.suite.client.PersonalData;
import org.stackparity.suite.client.Sha256;
import org.stackparity.suite.client.UrlLogins;

/** A line of a crontab without the logins that people write into such lines. */
final class MaskedCommand {
    private static final String MASK = "«secret»";
    private static final int LONGEST = 200;
    // A blank stands between an option and its value; behind the name of a program it says nothing of a secret.
    private static final Pattern NAMED =
            Pattern.compile("(?i)(?<![\\w.-])(?=[\\w.-]*(?:pass|pwd|secret|token|key|auth|credential))"
                    + "([\\w.-]++\\s*+[=:]\\s*+(?:(?:Bearer|Basic|Token)\\s++)?+|-[\\w.-]*+\\s++)"
                    + "(\"[^\"]*\"|'[^']*'|\\S+)");
    /** Variables of crontab(5) and locale(7) that hold no secret. */
    private static final Pattern HARMLESS = Pattern.compile("PATH|SHELL|HOME|USER|LOGNAME|TZ|CRON_TZ|LANG|LANGUAGE"
            + "|LC_[A-Z]+|RANDOM_DELAY|START_HOURS_RANGE|CONTENT_TYPE|CONTENT_TRANSFER_ENCODING");

    private static final Pattern OPTION = Pattern.compile("(?<=\\s)(-u\\s*[^\\s:]+):\\S+|(?<=\\s)-p[^\\s-]\\S*");

    private MaskedCommand() {}

    /** The text with every login masked, cut at a readable length. */
    static String of(String text) {
        String masked = masked(UrlLogins.replace(text, login -> MASK));
        return masked.length() > LONGEST ? masked.substring(0, LONGEST) + "…" : masked;
    }

    /**
     * What a crontab sets for its jobs: a harmless variable as it is, any other, which may be a token or an address that
     * gives access, as a fingerprint.
     */
    static String variable(String name, String value) {
        return HARMLESS.matcher(name).matches() ? of(name + "=" + value) : name + "=" + PersonalData.fingerprint(value);
    }

    private static String masked(String text) {
        return OPTION.matcher(NAMED.matcher(text).replaceAll("$1" + MASK))
                .replaceAll(match -> match.group(1) == null ? "-p" + MASK : match.group(1) + ":" + MASK);
    }

    /** Tells two commands apart; the logins in them take no part. */
    static String digest(String command) {
        return Sha256.of(masked(UrlLogins.replace(command, MaskedCommand::userOf)), 16);
    }

    /** A user before a password, who is no secret; a login without a password may be a token. */
    private static String userOf(String login) {
        int colon = login.indexOf(':');
        return colon > 0 ? login.substring(0, colon) + ":" + MASK : MASK;
    }
}
