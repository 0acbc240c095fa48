package org.stackparity.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stackparity.store.host.Endpoint;
import org.stackparity.store.host.HostKind;
import org.stackparity.store.host.ResourceTree;
import org.stackparity.store.host.Settings;

/** A site before its processes start: healthy as it is made, and a defect may still change its hosts. */
public final class StagedSite implements ShopSite {
    private static final String APP = ShopHost.APP;
    public static final String SERVICES = "etc/services.properties";
    static final List<String> LOCALES = List.of("en-US", "de-DE", "fr-FR", "ja-JP", "ar");
    private static final int WEB_NODES = 2;
    /** One way; a round trip to the other site takes 50 ms. */
    private static final String DISTANCE_MILLIS = "25";

    private final Site site;
    private final Path folder;
    private final SshKeys keys;
    private final Map<String, StagedHost> hosts = new LinkedHashMap<>();

    private StagedSite(Site site, Path folder, SshKeys keys) {
        this.site = site;
        this.folder = folder;
        this.keys = keys;
    }

    /** Lays out all hosts of a site below {@code work}. */
    static StagedSite create(Site site, Path work, SshKeys keys) throws IOException {
        StagedSite staged = new StagedSite(site, work.resolve(site.word()), keys);
        staged.addServices();
        for (int number = 1; number <= WEB_NODES; number++) {
            staged.addWeb(number);
        }
        staged.addJobs();
        return staged;
    }

    @Override
    public Site site() {
        return site;
    }

    /** All hosts, services first, in the order in which they are started. */
    public List<StagedHost> hosts() {
        return List.copyOf(hosts.values());
    }

    @Override
    public List<StagedHost> webs() {
        return hosts.values().stream()
                .filter(host -> host.kind() == HostKind.WEB)
                .toList();
    }

    @Override
    public StagedHost host(String name) {
        return Optional.ofNullable(hosts.get(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        site.word() + " has no host [" + name + "]; expected one of " + hosts.keySet()));
    }

    public StagedHost services() {
        return host("services");
    }

    /** Adds a TCP link to the services of the site. */
    public void addLink(String name, Endpoint listen, List<Endpoint> to) throws IOException {
        services().edit(SERVICES, settings -> withLink(settings, name, listen, to));
    }

    /** Sets a quality of a link, like {@code delay-millis}. */
    public void setLink(String name, String quality, String value) throws IOException {
        services().set(SERVICES, "link." + name + "." + quality, value);
    }

    /** Adds a jobs host that nobody remembers: it has neither health check nor SSH daemon. */
    public StagedHost addForgottenJobs(String name) throws IOException {
        StagedHost host = add(name, HostKind.JOBS);
        host.edit(APP, this::withSite);
        host.edit(
                APP,
                settings ->
                        settings.with("node", name).with("jobs.armed", "true").with("jobs.registered", "false"));
        return host;
    }

    /** Brings the texts of all languages to a web node, and compiles them. */
    public static void installCatalogs(StagedHost web) throws IOException {
        ResourceTree.copy("/store/locale", web.file("locale"));
        for (String locale : LOCALES) {
            web.compileCatalog(locale);
        }
    }

    private void addServices() throws IOException {
        StagedHost host = add("services", HostKind.SERVICES);
        List<Endpoint> nodes = List.of(site.web(1), site.web(2));
        Settings settings = new Settings(Map.of())
                .with("database.name", "shop")
                .with("database.user", "shop")
                .with("database.password", "dbpw-3f1c9a7e")
                .with("database.listen", site.databaseServer().toString())
                .with("sessions.listen", site.sessions().toString())
                .with("payment.listen", site.payment().toString());
        settings = withLink(settings, "balancer", site.balancer(), nodes);
        settings = withLink(settings, "database", site.database(), List.of(site.databaseServer()));
        settings = withLink(settings, "sessions-from-afar", site.sessionsFromAfar(), List.of(site.sessions()));
        settings = settings.with("link.sessions-from-afar.delay-millis", DISTANCE_MILLIS);
        settings.write(host.file(SERVICES));
    }

    private void addWeb(int number) throws IOException {
        StagedHost host = add("web" + number, HostKind.WEB);
        host.edit(APP, this::withSite);
        host.edit(
                APP,
                settings -> settings.with("node", host.name())
                        .with("http.listen", site.web(number).toString())
                        .with("ssh.listen", site.webSsh(number).toString())
                        .with("sessions.address", site.sessions().toString())
                        .with("payment.address", site.payment().toString()));
        installCatalogs(host);
        keys.install(host, site.webSsh(number));
    }

    private void addJobs() throws IOException {
        StagedHost host = add("jobs1", HostKind.JOBS);
        host.edit(APP, this::withSite);
        host.edit(
                APP,
                settings -> settings.with("node", host.name())
                        .with("jobs.armed", Boolean.toString(site == Site.DALLAS))
                        .with("http.listen", site.jobs().toString())
                        .with("ssh.listen", site.jobsSsh().toString()));
        keys.install(host, site.jobsSsh());
    }

    private StagedHost add(String name, HostKind kind) throws IOException {
        StagedHost host = StagedHost.create(name, kind, Files.createDirectories(folder.resolve(name)));
        hosts.put(name, host);
        return host;
    }

    private Settings withSite(Settings settings) {
        return settings.with("site", site.word())
                .with("database.address", site.database().toString());
    }

    private static Settings withLink(Settings settings, String name, Endpoint listen, List<Endpoint> to) {
        List<String> links = new ArrayList<>(settings.list("links"));
        links.add(name);
        return settings.with("links", String.join(",", links))
                .with("link." + name + ".listen", listen.toString())
                .with(
                        "link." + name + ".to",
                        String.join(",", to.stream().map(Endpoint::toString).toList()));
    }
}
