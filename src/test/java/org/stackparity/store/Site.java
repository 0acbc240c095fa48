package org.stackparity.store;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.stackparity.model.Role;
import org.stackparity.store.host.Endpoint;

/**
 * One of the two sites, with its fixed addresses; all of them are 127.0.0.1 where the machine has no other. Every port is
 * unique on the machine.
 */
public enum Site {
    DALLAS(Role.PRIMARY, "127.10.1.", 18_000),
    ARIZONA(Role.FAILOVER, "127.20.1.", 18_200);

    private static final int BALANCER = 10;
    private static final int DATABASE = 20;
    private static final int DATABASE_SERVER = 21;
    private static final int SECOND_DATABASE_LINK = 22;
    private static final int SESSIONS = 25;
    private static final int SESSIONS_FROM_AFAR = 26;
    private static final int JOBS = 30;
    private static final int PAYMENT = 40;
    private static final int SSH_OFFSET = 100;
    private static final int PORTS = 200;

    private final Role role;
    private final String network;
    private final int basePort;

    Site(Role role, String network, int basePort) {
        this.role = role;
        this.network = network;
        this.basePort = basePort;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Role role() {
        return role;
    }

    public Site other() {
        return this == DALLAS ? ARIZONA : DALLAS;
    }

    public Endpoint balancer() {
        return at(BALANCER);
    }

    /** @param number of the web node, from 1 */
    public Endpoint web(int number) {
        return at(BALANCER + number);
    }

    public Endpoint webSsh(int number) {
        return ssh(BALANCER + number);
    }

    public Endpoint jobs() {
        return at(JOBS);
    }

    public Endpoint jobsSsh() {
        return ssh(JOBS);
    }

    /** The link through which the hosts of the site reach the database. */
    public Endpoint database() {
        return at(DATABASE);
    }

    /** The database server itself, behind the link. */
    public Endpoint databaseServer() {
        return at(DATABASE_SERVER);
    }

    /** A second link to the database, which only a defect uses. */
    public Endpoint secondDatabaseLink() {
        return at(SECOND_DATABASE_LINK);
    }

    public Endpoint sessions() {
        return at(SESSIONS);
    }

    /** The session store as the other site reaches it, over the long way. */
    public Endpoint sessionsFromAfar() {
        return at(SESSIONS_FROM_AFAR);
    }

    public Endpoint payment() {
        return at(PAYMENT);
    }

    /** Every address that a process of the site listens at. */
    List<Endpoint> addresses() {
        return List.of(
                balancer(),
                web(1),
                webSsh(1),
                web(2),
                webSsh(2),
                jobs(),
                jobsSsh(),
                database(),
                databaseServer(),
                secondDatabaseLink(),
                sessions(),
                sessionsFromAfar(),
                payment());
    }

    /** The text of a pair's file with the addresses that this machine has. */
    static String withAddresses(String file) {
        String text = file;
        if (Loopback.ofThisMachine() == Loopback.ONE) {
            for (Site site : values()) {
                String ports = site.basePort + "-" + (site.basePort + PORTS - 1);
                text = text.replace(site.network + "0/24", "127.0.0.1:" + ports)
                        .replaceAll(Pattern.quote(site.network) + "[0-9]+", "127.0.0.1");
            }
        }
        return text;
    }

    private Endpoint at(int host) {
        return at(host, basePort + host);
    }

    private Endpoint ssh(int host) {
        return at(host, basePort + SSH_OFFSET + host);
    }

    private Endpoint at(int host, int port) {
        return new Endpoint(Loopback.ofThisMachine().address(network + host), port);
    }
}
