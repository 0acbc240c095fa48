package org.stackparity.store.shop.session;

/** The session of one visit; remembers whether it has to be written. Belongs to one request, and so to one thread. */
public final class Session {
    private final String id;
    private final boolean isNew;
    private SessionState state;
    private boolean isChanged;

    private Session(String id, SessionState state, boolean isNew) {
        this.id = id;
        this.state = state;
        this.isNew = isNew;
        this.isChanged = isNew;
    }

    static Session known(String id, SessionState state) {
        return new Session(id, state, false);
    }

    static Session started(String id, SessionState state) {
        return new Session(id, state, true);
    }

    public String id() {
        return id;
    }

    public SessionState state() {
        return state;
    }

    public void change(SessionState changed) {
        state = changed;
        isChanged = true;
    }

    boolean isNew() {
        return isNew;
    }

    boolean isChanged() {
        return isChanged;
    }
}
