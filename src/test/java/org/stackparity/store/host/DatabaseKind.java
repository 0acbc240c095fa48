package org.stackparity.store.host;

import java.util.Arrays;
import java.util.Locale;

/** The database that a site has. */
public enum DatabaseKind {
    /** In memory, behind its TCP server. */
    H2 {
        @Override
        String url(Endpoint address, String name) {
            return "jdbc:h2:tcp://" + address + "/mem:" + name;
        }
    },
    POSTGRESQL {
        @Override
        String url(Endpoint address, String name) {
            return "jdbc:postgresql://" + address + "/" + name
                    + "?connectTimeout=3&loginTimeout=5&socketTimeout=10&sslmode=disable&gssEncMode=disable";
        }
    };

    abstract String url(Endpoint address, String name);

    /**
     * Parses the setting {@code database.kind}.
     *
     * @throws IllegalArgumentException if there is no such kind
     */
    static DatabaseKind parse(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("database.kind is [" + word + "]; expected one of "
                        + Arrays.stream(values()).map(DatabaseKind::word).toList()));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
