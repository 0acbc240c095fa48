package org.stackparity.store.shop.session;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What the shop remembers of a visitor.
 *
 * @param csrf the token that every form of the session carries
 * @param customer id of who is signed in, 0 for nobody
 * @param customerName name of who is signed in, empty for nobody
 * @param cart quantities by sku, in the order in which they were put in
 */
public record SessionState(String csrf, int customer, String customerName, boolean isAdmin, Map<String, Integer> cart) {

    public SessionState {
        Objects.requireNonNull(csrf, "csrf");
        Objects.requireNonNull(customerName, "customerName");
        cart = Collections.unmodifiableMap(new LinkedHashMap<>(cart));
    }

    public static SessionState empty(String csrf) {
        return new SessionState(csrf, 0, "", false, Map.of());
    }

    public boolean signedIn() {
        return customer != 0;
    }

    public int itemCount() {
        return cart.values().stream().mapToInt(Integer::intValue).sum();
    }

    public SessionState withCustomer(int id, String name, boolean admin) {
        return new SessionState(csrf, id, name, admin, cart);
    }

    /** Adds to what is in the cart; a quantity that falls to zero takes the product out. */
    public SessionState withAdded(String sku, int quantity) {
        Map<String, Integer> changed = new LinkedHashMap<>(cart);
        changed.merge(sku, quantity, Integer::sum);
        changed.values().removeIf(count -> count <= 0);
        return new SessionState(csrf, customer, customerName, isAdmin, changed);
    }

    public SessionState withEmptyCart() {
        return new SessionState(csrf, customer, customerName, isAdmin, Map.of());
    }
}
