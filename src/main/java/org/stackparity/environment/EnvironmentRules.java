package org.stackparity.environment;

import java.util.Optional;

/** Finds what no schema can say about one environment. */
final class EnvironmentRules {
    private final Faults faults;
    private final Repeats repeats;

    EnvironmentRules(Faults faults) {
        this.faults = faults;
        this.repeats = new Repeats(faults);
    }

    void check(YamlDocument document, String role) {
        YamlValue root = document.root();
        checkRole(root.get("role"), role);
        YamlValue nodes = root.get("web").get("nodes");
        YamlValue hosts = root.get("hosts");
        repeats.check(nodes, "name");
        repeats.check(hosts, "name");
        checkAddresses(nodes);
        checkAddresses(hosts);
        checkTls(root.get("web"));
        checkWayIn(root);
    }

    private void checkRole(YamlValue role, String expected) {
        Optional<String> other = role.findText().filter(found -> !found.equals(expected));
        if (other.isPresent() && (other.get().equals("primary") || other.get().equals("failover"))) {
            faults.add(role, "is " + Quoted.text(other.get()) + "; expected " + expected + " in a file of this name.");
        }
    }

    /** An address that is copied and not changed leaves a node that is never asked. */
    private void checkAddresses(YamlValue entries) {
        repeats.check(entries.items(), entry -> entry.get("address"), EnvironmentRules::addressAndPort);
    }

    private static Optional<String> addressAndPort(YamlValue entry) {
        String port = entry.get("port").findInt().map(number -> ":" + number).orElse("");
        return entry.get("address").findText().map(address -> address + port);
    }

    /** The port of an https url is no port of plain HTTP, and where customers speak plain HTTP no TLS can end. */
    private void checkTls(YamlValue web) {
        boolean isPlain = web.get("url")
                .findText()
                .filter(url -> url.startsWith("http://"))
                .isPresent();
        for (YamlValue node : web.get("nodes").items()) {
            YamlValue tls = node.get("tls");
            if (tls.isPresent() && isPlain) {
                faults.add(
                        tls,
                        "is " + Quoted.value(tls.node()) + ", while web.url begins with http://; expected it only where"
                                + " customers use https://.");
            } else if (tls.isFalse() && !node.get("port").isPresent()) {
                faults.add(
                        node.get("port"),
                        "is missing; expected the port where the node speaks plain HTTP, since tls is [false].");
            }
        }
    }

    private void checkWayIn(YamlValue root) {
        boolean hasSsh = root.get("ssh").isPresent();
        YamlValue command = root.get("shell-command");
        if (hasSsh && command.isPresent()) {
            faults.add(command, "stands beside ssh; expected one of the two.");
        }
        YamlValue hosts = root.get("hosts");
        if (!hosts.items().isEmpty() && !hasSsh && !command.isPresent()) {
            faults.add(hosts, "has hosts but no way in; expected the key ssh or shell-command beside it.");
        }
    }
}
