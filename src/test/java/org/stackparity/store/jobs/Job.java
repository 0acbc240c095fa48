package org.stackparity.store.jobs;

import java.io.IOException;
import java.sql.SQLException;

/** What a command of the crontab does. */
@FunctionalInterface
interface Job {
    void run() throws SQLException, IOException;
}
