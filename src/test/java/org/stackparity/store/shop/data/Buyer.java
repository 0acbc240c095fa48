package org.stackparity.store.shop.data;

/**
 * Who places an order, and by which session.
 *
 * @param customer id of who is signed in, 0 for a guest
 */
public record Buyer(String session, int customer, String name, String email, String country) {}
