package org.stackparity.store.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.stackparity.store.host.Database;
import org.stackparity.store.host.Settings;

/**
 * Takes over the stock levels that the warehouse drops as a file. Where there is none it waits for it, and holds its worker
 * as long as its patience lasts.
 */
final class StockImport implements Job {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Database database;
    private final Path feed;
    private final Duration patience;

    StockImport(Database database, Path home, Settings settings) {
        this.database = database;
        this.feed = home.resolve(settings.require("stock.feed"));
        this.patience = Duration.ofSeconds(Long.parseLong(settings.require("stock.patience-seconds")));
    }

    @Override
    public void run() throws SQLException, IOException {
        awaitFeed();
        try (Connection connection = database.connect();
                PreparedStatement update = connection.prepareStatement("UPDATE product SET stock = ? WHERE sku = ?")) {
            for (String line : Files.readAllLines(feed)) {
                String[] columns = line.split(",");
                update.setInt(1, Integer.parseInt(columns[1].strip()));
                update.setString(2, columns[0].strip());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private void awaitFeed() {
        long end = System.nanoTime() + patience.toNanos();
        while (!Files.exists(feed) && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }
}
