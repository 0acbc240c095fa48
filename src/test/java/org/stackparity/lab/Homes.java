package org.stackparity.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.stackparity.store.ShopHost;
import org.stackparity.store.Site;
import org.stackparity.store.StagedHost;
import org.stackparity.store.StagedSite;
import org.stackparity.store.host.HostKind;
import org.stackparity.store.host.ResourceTree;
import org.stackparity.store.host.Settings;

/**
 * The folders that become {@code /srv/shop} of the hosts. The settings are the same on both sites, but for the names of site
 * and host and for what a standby leaves to the primary.
 */
final class Homes {
    static final String CUSTOMERS_HOST = "shop.parity.test";
    /** What a jobs host runs although its production jobs wait: needs a database that takes writes. */
    static final String UNCONDITIONAL = "import-stock,heartbeat,charge-sandbox";

    private static final String SANDBOX_SECONDS = "59";

    private final Path work;

    Homes(Path work) {
        this.work = work;
    }

    /** Lays out the folder of a host; empty for one that runs no program of the shop. */
    Path of(Site site, HostPlan plan) throws IOException {
        Path folder = work.resolve(site.word()).resolve(plan.name());
        Files.createDirectories(folder);
        if (plan.name().startsWith("web")) {
            layWeb(site, host(plan, HostKind.WEB, folder));
        } else if (plan.equals(HostPlan.JOBS)) {
            layJobs(site, host(plan, HostKind.JOBS, folder));
        } else if (plan.equals(HostPlan.PROVIDER)) {
            new Settings(Map.of("payment.listen", "0.0.0.0:" + HostPlan.PROVIDER_HTTP))
                    .write(folder.resolve(ShopHost.APP));
        }
        return folder;
    }

    /** The zone is that of the host, in {@code /etc/localtime}; no program has one of its own. */
    private static StagedHost host(HostPlan plan, HostKind kind, Path folder) throws IOException {
        StagedHost host = StagedHost.create(plan.name(), kind, folder);
        host.edit(ShopHost.ENVIRONMENT, settings -> settings.without("TZ"));
        return host;
    }

    private static void layWeb(Site site, StagedHost host) throws IOException {
        host.edit(
                ShopHost.APP,
                settings -> ofSite(site, host, settings)
                        .with("http.listen", "0.0.0.0:" + HostPlan.HTTP)
                        .with("sessions.address", HostPlan.SESSIONS.name() + ":" + HostPlan.REDIS)
                        .with("payment.address", HostPlan.PROVIDER.name() + ":" + HostPlan.PROVIDER_HTTP)
                        .with("base-url", "https://" + CUSTOMERS_HOST)
                        .with("session.cookie.secure", "true"));
        StagedSite.installCatalogs(host);
    }

    private static void layJobs(Site site, StagedHost host) throws IOException {
        boolean isStandby = site == Site.ARIZONA;
        host.edit(
                ShopHost.APP,
                settings -> ofSite(site, host, settings)
                        .with("jobs.armed", Boolean.toString(!isStandby))
                        .with("jobs.unconditional", isStandby ? "" : UNCONDITIONAL)
                        .with("jobs.sandbox-seconds", SANDBOX_SECONDS));
        ResourceTree.copy("/lab/jobs", host.home());
    }

    private static Settings ofSite(Site site, StagedHost host, Settings settings) {
        return settings.with("site", site.word())
                .with("node", host.name())
                .with("database.kind", "postgresql")
                .with("database.address", HostPlan.DATABASE.name() + ":" + HostPlan.POSTGRESQL);
    }
}
