package org.stackparity.suite.client;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.stackparity.suite.client.Estates.Owner;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.Recorder;
import org.stackparity.suite.junit.Scope;

/**
 * Replaces what differs between two healthy stacks by nature: own hosts and addresses, node names, personal data. Leaves
 * everything that merely varies, which sampling finds. Thread-safe.
 */
public final class Masking {
    public static final String OWN_HOST = "«own-host»";
    public static final String NODE = "«node»";
    public static final String IDENTITY = "«identity»";

    private static final String PORT = "(?::(\\d{1,5}))?";
    private static final String START = "(?<![\\w.@-])";
    private static final String END = "(?![\\w-]|\\.\\w)";
    // A host stands after the slashes of a url, or has a dot in it; a bare word is never taken for one.
    private static final String HOST = "(?:(?<=//)[\\w-]+|(?:[\\w-]+\\.)+[A-Za-z][\\w-]*|(?:\\d{1,3}\\.){3}\\d{1,3})";

    private final Estates estates;
    private final Pattern hosts;
    private final Pattern nodes;

    Masking(Estates estates) {
        this.estates = estates;
        String written = estates.hosts().stream()
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(host -> host))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        hosts = Pattern.compile(START + "(" + written + "|" + HOST + ")" + PORT + END, Pattern.CASE_INSENSITIVE);
        // LIMIT: a node whose name is a plain word ("blue") is not masked, since pages may say the word themselves.
        String names = estates.nodeNames().stream()
                .filter(name -> name.chars().anyMatch(c -> Character.isDigit(c) || c == '-'))
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(name -> name))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        nodes = Pattern.compile(names.isEmpty() ? "(?!)" : "(?<![\\w-])(?:" + names + ")(?![\\w-])");
    }

    /** The masking of a scope's environment. */
    public static Masking of(Scope scope) {
        return scope.shared(Masking.class, same -> new Masking(Estates.of(same)));
    }

    /** The masking of the environment that the target belongs to. */
    public static Masking of(CheckTarget target) {
        return of(target.round());
    }

    /** The text with own hosts, node names and personal data replaced; hosts of the other stack stay. */
    public String mask(String text) {
        Matcher matcher = hosts.matcher(text);
        String masked = matcher.replaceAll(found -> owner(found.group(1), found.group(2)) == Owner.OWN
                ? Matcher.quoteReplacement(OWN_HOST)
                : Matcher.quoteReplacement(found.group()));
        return PersonalData.mask(nodes.matcher(masked).replaceAll(NODE));
    }

    /** Hosts and addresses of the other stack that stand in the text, as written, each once; may be empty. */
    public Set<String> foreign(String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = hosts.matcher(text);
        while (matcher.find()) {
            if (owner(matcher.group(1), matcher.group(2)) == Owner.OTHER) {
                found.add(matcher.group());
            }
        }
        return found;
    }

    /** Takes down a fault {@code other-stack} that names each of the other stack's hosts in the text. */
    public void requireNothingForeign(Recorder recorder, String path, String where, String text) {
        Set<String> found = foreign(text);
        recorder.require(
                found.isEmpty(),
                "other-stack",
                path,
                () -> where + " names " + found + ", which belongs to the other stack.");
    }

    private Owner owner(String host, String port) {
        return estates.owner(host, port == null || port.length() > 5 ? 0 : Integer.parseInt(port));
    }
}
