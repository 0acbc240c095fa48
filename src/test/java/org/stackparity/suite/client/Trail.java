package org.stackparity.suite.client;

import java.util.List;
import java.util.Set;

/**
 * A request and the redirects that it led through.
 *
 * @param hops each answer in order; never empty, all but the last are redirects
 */
public record Trail(List<Answer> hops, End end) {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    public Trail {
        hops = List.copyOf(hops);
    }

    /** Why it went no further. */
    public enum End {
        /** The last answer is no redirect. */
        ANSWERED,
        /** The last answer leads to another host or scheme, which is not followed. */
        LEFT,
        /** More redirects than {@link Session#MOST_REDIRECTS}. */
        TOO_LONG
    }

    public Answer first() {
        return hops.get(0);
    }

    public Answer last() {
        return hops.get(hops.size() - 1);
    }

    public boolean wasRedirected() {
        return hops.size() > 1 || end != End.ANSWERED;
    }

    /** Whether an answer leads on: a redirect with a Location. */
    public static boolean isRedirect(Answer answer) {
        return REDIRECTS.contains(answer.status()) && answer.header("Location").isPresent();
    }

    /** Where a redirect leads, without the query and fragment: those have tokens, and where to come back to. */
    public static String placeOf(String location) {
        return location.replaceFirst("[?#].*", "");
    }
}
