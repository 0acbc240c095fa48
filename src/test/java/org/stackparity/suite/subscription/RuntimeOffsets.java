package org.stackparity.suite.subscription;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.stackparity.suite.client.Ask;
import org.stackparity.suite.client.Http;
import org.stackparity.suite.client.Json;
import org.stackparity.suite.client.host.Hosts;
import org.stackparity.suite.client.host.Probes;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.NotObservedException;
import tools.jackson.databind.JsonNode;

/**
 * Finds UTC offsets in the document that tells a node's runtime: the fields whose name speaks of an offset, the
 * database's apart from the application's.
 */
final class RuntimeOffsets {
    static final String JVM = "jvm";
    static final String DATABASE = "database";

    private RuntimeOffsets() {}

    /**
     * Asks the target's node.
     *
     * @throws NotObservedException if the document tells no offset of the layer
     */
    static LayerOffset read(CheckTarget target, String layer) {
        String path = target.contract().runtime().orElseThrow();
        JsonNode document =
                Json.read(Http.of(target).ask(target.node(), Ask.get(path)).require(200));
        return find(document, layer, Hosts.of(target.pass()).probes())
                .orElseThrow(() -> new NotObservedException("The document [" + path + "] of " + target.node()
                        + " tells no UTC offset of the layer [" + layer
                        + "]; expected a field like utcOffset or databaseOffset with a value like [+00:00]."));
    }

    static Optional<LayerOffset> find(JsonNode document, String layer, Probes probes) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        collect(document, "", fields);
        fields.removeIf(field -> isOfDatabase(field.getKey()) != layer.equals(DATABASE));
        Optional<String> zone = fields.stream()
                .filter(field -> field.getKey().contains("zone")
                        && offset(field.getValue()).isEmpty())
                .map(Map.Entry::getValue)
                .findFirst();
        return fields.stream()
                .filter(field ->
                        field.getKey().contains("offset") || field.getKey().contains("zone"))
                .flatMap(field -> offset(field.getValue()).stream())
                .findFirst()
                .map(now -> withSeasons(zone, now, probes));
    }

    private static void collect(JsonNode node, String path, List<Map.Entry<String, String>> fields) {
        node.properties().forEach(field -> {
            String name = path + "/" + field.getKey().toLowerCase(Locale.ROOT);
            if (field.getValue().isObject()) {
                collect(field.getValue(), name, fields);
            } else if (field.getValue().isString()) {
                fields.add(Map.entry(name, field.getValue().asString()));
            }
        });
    }

    private static boolean isOfDatabase(String name) {
        return name.contains("database") || name.matches(".*/db.*");
    }

    private static Optional<ZoneOffset> offset(String value) {
        try {
            return Optional.of(ZoneOffset.of(value));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The seasons follow from the zone's name where it is told and fits what the node says of now. */
    private static LayerOffset withSeasons(Optional<String> zone, ZoneOffset now, Probes probes) {
        LayerOffset told = new LayerOffset(zone.orElse("unnamed"), now, Optional.empty(), Optional.empty());
        try {
            return zone.map(name -> LayerOffset.of(name, probes))
                    .filter(known -> known.now().equals(now))
                    .orElse(told);
        } catch (NotObservedException e) {
            return told;
        }
    }
}
