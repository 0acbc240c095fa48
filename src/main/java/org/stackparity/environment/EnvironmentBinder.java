package org.stackparity.environment;

import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stackparity.environment.Environment.Host;
import org.stackparity.environment.Environment.Limits;
import org.stackparity.environment.Environment.Node;
import org.stackparity.environment.Environment.Ssh;
import org.stackparity.environment.Environment.Standby;
import org.stackparity.environment.Environment.Web;
import org.stackparity.model.Role;

/** Makes an {@link Environment} of a file that has no faults. */
final class EnvironmentBinder {
    private static final String KNOWN_HOSTS = "~/.ssh/known_hosts";

    private final YamlDocument document;
    private final ReferenceValues references;
    private final List<X509Certificate> trustedCa;

    EnvironmentBinder(YamlDocument document, ReferenceValues references, List<X509Certificate> trustedCa) {
        this.document = document;
        this.references = references;
        this.trustedCa = trustedCa;
    }

    Environment bind(Role role) {
        YamlValue root = document.root();
        return new Environment(
                root.get("environment").text(),
                role,
                web(root.get("web")),
                root.get("networks").texts().stream()
                        .flatMap(text -> Network.find(text).stream())
                        .toList(),
                root.get("hosts").items().stream().map(EnvironmentBinder::host).toList(),
                root.get("ssh").asOptional().map(this::ssh),
                root.get("shell-command").asOptional().map(YamlValue::texts),
                root.get("standby").asOptional().map(EnvironmentBinder::standby).orElse(Standby.ACTIVE),
                root.get("colocated").isTrue());
    }

    private Web web(YamlValue web) {
        String url = web.get("url").text();
        return new Web(
                url,
                web.get("connect-to").findText().map(text -> Endpoint.parse(text, Web.port(URI.create(url)))),
                web.get("nodes").items().stream().map(EnvironmentBinder::node).toList(),
                limits(web.get("limits")),
                headers(web.get("access").get("headers")),
                trustedCa);
    }

    private static Node node(YamlValue node) {
        return new Node(
                node.get("name").text(),
                node.get("address").text(),
                node.get("port").findInt(),
                !node.get("tls").isFalse());
    }

    private static Limits limits(YamlValue limits) {
        return new Limits(
                limits.get("requests-per-second").findInt().orElse(Limits.DEFAULT.requestsPerSecond()),
                limits.get("connects-per-second").findInt().orElse(Limits.DEFAULT.connectsPerSecond()),
                limits.get("connections").findInt().orElse(Limits.DEFAULT.connections()));
    }

    private Map<String, Secret> headers(YamlValue headers) {
        return headers.map(header -> references
                .replaceIn(header.text(), document.folder())
                .map(value -> new Secret(header.text(), value))
                .orElseGet(() -> Secret.unread(header.text())));
    }

    private static Host host(YamlValue host) {
        return new Host(
                host.get("name").text(),
                host.get("address").text(),
                host.get("port").findInt(),
                host.get("roles").texts());
    }

    private Ssh ssh(YamlValue ssh) {
        return new Ssh(
                ssh.get("user").text(),
                path(ssh.get("key").text()),
                path(ssh.get("known-hosts").findText().orElse(KNOWN_HOSTS)),
                ssh.get("port").findInt().orElse(Ssh.DEFAULT_PORT),
                ssh.get("jump").findText());
    }

    /** The path, or its text as it stands where its references were not read. */
    private Path path(String text) {
        return references
                .replaceIn(text, document.folder())
                .flatMap(replaced -> LocalPath.find(replaced, document.folder()))
                .orElseGet(() -> Path.of(text));
    }

    private static Standby standby(YamlValue standby) {
        return new Standby(
                !standby.get("database").findText().equals(Optional.of("read-only")),
                standby.get("jobs").findText().map("armed"::equals));
    }
}
