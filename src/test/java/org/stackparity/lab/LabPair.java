package org.stackparity.lab;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stackparity.model.Role;
import org.stackparity.store.Site;
import org.stackparity.store.host.Folders;
import org.stackparity.store.host.ResourceTree;

/**
 * The files of the lab's pair: the two environments at the ports that the engine gave, and the contract of the demo with what
 * is different in containers.
 */
final class LabPair {
    private static final String CONTRACT = "contract.yaml";
    /** A key at the beginning of a line, with all lines up to the next one. */
    private static final Pattern BLOCK = Pattern.compile("(?m)^([a-z-]+):(?:.*\\R)(?:(?![a-z-]+:).*(?:\\R|\\z))*");

    private LabPair() {}

    /**
     * Writes the files over those of an earlier lab.
     *
     * @param demo the contract of the demo
     */
    static void write(Lab lab, Path pair, Path demo) throws IOException {
        Path templates = Folders.emptied(pair.resolve(".templates"));
        ResourceTree.copy("/lab/pair", templates);
        Files.writeString(
                pair.resolve(CONTRACT),
                replaceBlocks(Files.readString(demo), Files.readString(templates.resolve(CONTRACT))));
        String environment = Files.readString(templates.resolve("environment.yaml"));
        boolean isPromoted = lab.isPromoted();
        for (Site site : Site.values()) {
            String file = site.role() == Role.PRIMARY ? "primary.yaml" : "failover.yaml";
            Files.writeString(
                    pair.resolve(file),
                    Mustache.compiler()
                            .escapeHTML(false)
                            .compile(environment)
                            .execute(model(lab.centre(site), isPromoted)));
        }
        Files.writeString(
                pair.resolve("known-differences.yaml"), "# Accepted, with a reason, an owner and an end.\n[]\n");
    }

    private static Map<String, Object> model(DataCentre centre, boolean isPromoted) {
        boolean isPrimary = centre.site().role() == Role.PRIMARY;
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("site", centre.site().word());
        model.put("role", isPrimary ? "primary" : "failover");
        model.put("edge", centre.running(HostPlan.EDGE.name()).getMappedPort(HostPlan.HTTPS));
        model.put("network", Address.network(centre.site()));
        model.put("database", isPrimary || isPromoted ? "read-write" : "read-only");
        model.put("jobs", isPrimary ? "armed" : "disarmed");
        model.put(
                "webs",
                Stream.of("web1", "web2").map(name -> host(centre, name)).toList());
        model.put(
                "others",
                List.of(
                        other(centre, HostPlan.JOBS, "jobs"),
                        other(centre, HostPlan.DATABASE, "database"),
                        other(centre, HostPlan.SESSIONS, "sessions"),
                        other(centre, HostPlan.EDGE, "edge")));
        return model;
    }

    private static Map<String, Object> host(DataCentre centre, String name) {
        RunningHost host = centre.running(name);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("name", name);
        model.put("ssh", host.getMappedPort(HostPlan.SSH));
        if (name.startsWith("web")) {
            model.put("http", host.getMappedPort(HostPlan.HTTP));
        }
        return model;
    }

    private static Map<String, Object> other(DataCentre centre, HostPlan plan, String role) {
        Map<String, Object> model = host(centre, plan.name());
        model.put("role", role);
        return model;
    }

    /** The text with each of its blocks in whose place the other text has one. */
    static String replaceBlocks(String text, String by) {
        Map<String, String> blocks = new TreeMap<>();
        Matcher matcher = BLOCK.matcher(by);
        while (matcher.find()) {
            blocks.put(matcher.group(1), matcher.group());
        }
        StringBuilder replaced = new StringBuilder();
        Matcher old = BLOCK.matcher(text);
        while (old.find()) {
            String block = blocks.remove(old.group(1));
            old.appendReplacement(replaced, Matcher.quoteReplacement(block == null ? old.group() : block));
        }
        if (!blocks.isEmpty()) {
            throw new LabException("The contract of the demo has no " + blocks.keySet() + ", which the lab replaces.");
        }
        return old.appendTail(replaced).toString();
    }
}
