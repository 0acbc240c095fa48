package org.stackparity.store.shop.data;

/** Somebody with an account. */
public record Customer(int id, String email, String name, String country, boolean isAdmin) {}
