package org.stackparity.environment;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns the nodes of one YAML file into JSON, remembers their lines, and finds keys that are written twice. */
final class NodeConversion {
    private static final int MOST_VALUES = 20_000;
    private static final int LONGEST_TEXT = 8_192;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final PairFile file;
    private final StandardConstructor constructor;
    private final Faults faults;
    private final Map<KeyPath, Integer> lines = new HashMap<>();
    private int values;

    NodeConversion(PairFile file, LoadSettings settings, Faults faults) {
        this.file = file;
        this.constructor = new StandardConstructor(settings);
        this.faults = faults;
    }

    /** @throws ParserException where the file, with its aliases written out, is larger or deeper than is allowed */
    YamlDocument convert(Optional<Node> root) {
        JsonNode content =
                root.map(node -> value(node, KeyPath.ROOT, line(node))).orElse(JSON.nullNode());
        return new YamlDocument(file, content, lines);
    }

    private JsonNode value(Node node, KeyPath path, int line) {
        bound(node, path);
        lines.put(path, line);
        if (node instanceof MappingNode mapping && mapping.getTag().equals(Tag.MAP)) {
            return object(mapping, path);
        }
        if (node instanceof SequenceNode sequence && sequence.getTag().equals(Tag.SEQ)) {
            return array(sequence, path);
        }
        if (node instanceof ScalarNode scalar) {
            return scalar(scalar, path, line);
        }
        faults.add(file, line, path + " has a YAML tag; expected plain data.");
        return JSON.nullNode();
    }

    private void bound(Node node, KeyPath path) {
        values++;
        if (values > MOST_VALUES) {
            throw new ParserException("more than " + MOST_VALUES + " values", node.getStartMark());
        }
        if (path.steps().size() > BoundedParser.DEEPEST) {
            throw BoundedParser.tooDeep(node.getStartMark());
        }
    }

    private ObjectNode object(MappingNode mapping, KeyPath path) {
        ObjectNode object = JSON.objectNode();
        Map<String, Integer> seen = new HashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            int line = line(entry.getKeyNode());
            if (!(entry.getKeyNode() instanceof ScalarNode keyNode)) {
                faults.add(file, line, path + " has a key that is a list or a mapping; expected text. Use quotes.");
                continue;
            }
            String key = text(keyNode);
            Integer first = seen.putIfAbsent(key, line);
            if (first == null) {
                object.set(key, value(entry.getValueNode(), path.key(key), line));
            } else {
                faults.add(
                        file,
                        line,
                        path.key(key) + " is written twice, first in line " + first + "; expected it once.");
            }
        }
        return object;
    }

    private ArrayNode array(SequenceNode sequence, KeyPath path) {
        ArrayNode array = JSON.arrayNode();
        for (Node item : sequence.getValue()) {
            array.add(value(item, path.index(array.size()), line(item)));
        }
        return array;
    }

    private JsonNode scalar(ScalarNode scalar, KeyPath path, int line) {
        String text = text(scalar);
        if (scalar.getTag().equals(Tag.STR)) {
            return JSON.stringNode(text);
        }
        try {
            return json(constructor.constructSingleDocument(Optional.of(scalar)));
        } catch (NumberFormatException | YamlEngineException exception) {
            faults.add(file, line, path + " has a YAML tag; expected plain data.");
            return JSON.nullNode();
        }
    }

    private static JsonNode json(Object constructed) {
        if (constructed instanceof Boolean truth) {
            return JSON.booleanNode(truth);
        }
        if (constructed instanceof Integer || constructed instanceof Long) {
            return JSON.numberNode(((Number) constructed).longValue());
        }
        if (constructed instanceof BigInteger large) {
            return JSON.numberNode(large);
        }
        if (constructed instanceof Double fraction) {
            return JSON.numberNode(fraction);
        }
        return constructed == null ? JSON.nullNode() : JSON.stringNode(constructed.toString());
    }

    private static String text(ScalarNode scalar) {
        int length = scalar.getValue().length();
        if (length > LONGEST_TEXT) {
            throw new ParserException(
                    "a text of " + length + " characters, more than " + LONGEST_TEXT, scalar.getStartMark());
        }
        return scalar.getValue();
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}
