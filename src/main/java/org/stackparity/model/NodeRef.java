package org.stackparity.model;

import java.util.Comparator;

/** A node of one stack; the node is a name of the environment file, or {@code site} for the stack as customers reach it. */
public record NodeRef(Role role, String node) implements Comparable<NodeRef> {
    /** The name under which a stack is observed through its customers' address. */
    public static final String SITE = "site";

    private static final Comparator<NodeRef> ORDER =
            Comparator.comparing(NodeRef::role).thenComparing(NodeRef::node);

    @Override
    public int compareTo(NodeRef other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return role.word() + " " + node;
    }
}
