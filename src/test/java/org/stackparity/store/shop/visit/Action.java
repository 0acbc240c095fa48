package org.stackparity.store.shop.visit;

/** What a route does with a visit. What it throws becomes the error page of the shop. */
@FunctionalInterface
public interface Action {
    void handle(Visit visit) throws Exception;
}
