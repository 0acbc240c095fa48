package org.stackparity.lab;

import java.util.Locale;
import org.stackparity.store.Site;

/** Where things stand: a network for each site, and one that joins the two databases and nothing else. */
final class Address {
    /** Joins the sites for what has to cross. */
    static final String WAN = "10.71.90.0/24";

    private Address() {}

    /** The network of a site, as a range. */
    static String network(Site site) {
        return of(site, 0) + "/24";
    }

    /** The address of a host in the network of its site. */
    static String of(Site site, int number) {
        return String.format(Locale.ROOT, "10.71.%d.%d", site == Site.DALLAS ? 10 : 20, number);
    }

    /** The address of a site's database in the network that joins the sites. */
    static String onWan(Site site) {
        return site == Site.DALLAS ? "10.71.90.10" : "10.71.90.20";
    }
}
