package org.stackparity.suite.client;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stackparity.suite.client.Estates.Owner;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.Recorder;
import org.stackparity.suite.junit.Scope;

/**
 * Replaces what differs between two healthy stacks by nature: own hosts and addresses, node names, personal data. The name
 * that customers use and an address inside the own site become different words, since no customer reaches the latter.
 * Leaves everything that merely varies, which sampling finds. Thread-safe.
 */
public final class Masking {
    public static final String OWN_HOST = "«own-host»";
    public static final String OWN_INTERNAL = "«own-internal»";
    public static final String NODE = "«node»";
    public static final String IDENTITY = "«identity»";

    private static final String PORT = "(?::(\\d{1,5}))?";
    // The host of an e-mail address is masked with the address; the one behind the login of a url is a host like any
    // other.
    private static final String BEHIND_LOGIN = "(?<=:" + PersonalData.LOGIN + "»@)";
    // A dot before it may be a wildcard's, or of a cookie's domain; behind a label it stands inside of a host.
    private static final String START = "(?<![\\w-])(?<![\\w-]\\.)(?:(?<!@)|" + BEHIND_LOGIN + ")";
    private static final String END = "(?![\\w-]|\\.\\w)";
    // A host stands after the slashes of a url, or has a dot in it; a bare word is never taken for one.
    // Nothing of a label is given back, since a page may be one long row of them.
    private static final String HOST = "(?:(?:(?<=//)|" + BEHIND_LOGIN + ")[\\w-]++"
            + "|(?:[\\w-]++\\.(?=\\w))++[A-Za-z][\\w-]*+|(?:\\d{1,3}\\.){3}\\d{1,3})";

    private final Estates estates;
    private final DeclaredMasks declared;
    private final Pattern hosts;
    private final Pattern nodes;

    Masking(Estates estates, DeclaredMasks declared) {
        this.estates = estates;
        this.declared = declared;
        String written = estates.hosts().stream()
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(host -> host))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        hosts = Pattern.compile(START + "(" + written + "|" + HOST + ")" + PORT + END, Pattern.CASE_INSENSITIVE);
        // LIMIT: a node whose name is a plain word ("blue") or number is not masked, since pages may say it themselves.
        String names = estates.nodeNames().stream()
                .filter(name -> name.chars().anyMatch(c -> Character.isDigit(c) || c == '-')
                        && name.chars().anyMatch(Character::isLetter))
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(name -> name))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        nodes = Pattern.compile(names.isEmpty() ? "(?!)" : "(?<![\\w-])(?:" + names + ")(?![\\w-])");
    }

    /** The masking of a pass, which counts what its answers used. */
    public static Masking of(Scope pass) {
        if (pass.round() != 0) {
            throw new IllegalArgumentException("What is masked is counted in a pass, and this is a round of one.");
        }
        return pass.shared(Masking.class, same -> new Masking(Estates.of(same), new DeclaredMasks(same.contract())));
    }

    /** The masking of the environment that the target belongs to; the same for a whole pass. */
    public static Masking of(CheckTarget target) {
        return of(target.pass());
    }

    /** What the contract masks, with how often it did. */
    DeclaredMasks declared() {
        return declared;
    }

    /**
     * The text with the hosts of both stacks, node names and personal data replaced. A host of the other stack has no
     * place in an answer: it is said by {@link #requireNothingForeign}, so that what stands around it can be compared.
     */
    public String mask(String text) {
        String masked =
                hosts.matcher(PersonalData.maskLogins(text)).replaceAll(found -> Matcher.quoteReplacement(word(found)));
        return PersonalData.mask(nodes.matcher(masked).replaceAll(NODE));
    }

    /** Takes down a masked value, and a fault {@code other-stack} beside it if it names a host of the other stack. */
    public void record(Recorder recorder, String path, String value) {
        requireNothingForeign(recorder, path, foreign(value));
        recorder.value(path, mask(value));
    }

    /** Takes down a fault {@code other-stack} that names the hosts, if there are any; it spoils no value. */
    public void requireNothingForeign(Recorder recorder, String path, Set<String> hosts) {
        recorder.require(
                hosts.isEmpty(),
                "other-stack",
                path + ".other-stack",
                () -> "The value at [" + path + "] names " + hosts + ", which belongs to the other stack.");
    }

    /** Hosts and addresses of the other stack that stand in the text, as written, each once; may be empty. */
    public Set<String> foreign(String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = hosts.matcher(PersonalData.maskLogins(text));
        while (matcher.find()) {
            if (owner(matcher.group(1), matcher.group(2)) == Owner.OTHER) {
                found.add(matcher.group());
            }
        }
        return found;
    }

    private String word(MatchResult found) {
        return switch (owner(found.group(1), found.group(2))) {
            case NOBODY -> found.group();
            case OTHER -> OWN_HOST;
            case OWN -> estates.isPublic(found.group(1), port(found.group(2))) ? OWN_HOST : OWN_INTERNAL;
        };
    }

    private Owner owner(String host, String port) {
        return estates.owner(host, port(port));
    }

    private static int port(@Nullable String written) {
        return written == null || written.length() > 5 ? 0 : Integer.parseInt(written);
    }
}
