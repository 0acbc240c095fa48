package org.stackparity.store.services;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.stackparity.store.host.Endpoint;
import org.stackparity.store.host.ResourceTree;
import org.stackparity.store.host.Settings;

/** A database of the store for one test, with what both sites start from, at any free port. */
public final class FreshDatabase {
    private FreshDatabase() {}

    /**
     * Starts a database.
     *
     * @param scratch takes its scripts
     * @param settings with the user and the password
     * @return the settings with its kind, name and address
     */
    public static Settings start(Path scratch, Settings settings) throws IOException {
        Path scripts = scratch.resolve("db");
        ResourceTree.copy("/store/services/db", scripts);
        Settings named = settings.with("database.kind", "h2")
                .with("database.name", "fresh-" + UUID.randomUUID())
                .with("database.listen", "127.0.0.1:0");
        Endpoint address = DatabaseServer.start(named, scripts);
        return named.with("database.address", address.toString());
    }
}
