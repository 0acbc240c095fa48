package org.stackparity.store;

import java.net.URI;
import java.util.List;

/** One of the two sites by the files of its hosts, before their processes start or between two starts. */
public interface ShopSite {
    /** Which of the two it is. */
    Site site();

    /**
     * A host by its name, like {@code web2} or {@code jobs1}.
     *
     * @throws IllegalArgumentException if the site has no such host
     */
    ShopHost host(String name);

    /** The web nodes, in order. */
    List<? extends ShopHost> webs();

    /** Where customers enter the other site, without a path. */
    default URI otherEntrance() {
        return URI.create("http://" + site().other().balancer());
    }
}
