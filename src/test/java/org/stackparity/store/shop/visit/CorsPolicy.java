package org.stackparity.store.shop.visit;

import io.javalin.http.Context;
import java.util.List;
import org.stackparity.store.host.Settings;

/** Which foreign origins may read the API from a browser, by the settings. Says nothing to an origin that may not. */
public final class CorsPolicy {
    private static final String ANY = "*";

    private final List<String> origins;
    private final String methods;

    public CorsPolicy(Settings settings) {
        this.origins = settings.list("cors.allowed-origins");
        this.methods = settings.require("cors.allowed-methods");
    }

    public void apply(Context http) {
        String origin = http.header("Origin");
        if (origin == null) {
            return;
        }
        if (origins.contains(ANY)) {
            http.header("Access-Control-Allow-Origin", ANY);
            http.header("Access-Control-Allow-Methods", methods);
        } else if (origins.contains(origin)) {
            http.header("Access-Control-Allow-Origin", origin);
            http.res().addHeader("Vary", "Origin");
            http.header("Access-Control-Allow-Methods", methods);
        }
    }
}
