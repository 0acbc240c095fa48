package org.stackparity.suite.client;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.stackparity.environment.Contract;
import org.stackparity.suite.client.Selector.Kind;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.Recorder;
import tools.jackson.databind.JsonNode;

/**
 * Turns JSON into paths and values that do not depend on the order of arrays: {@code items[sku=A1].price}. An array's
 * key is the declared field, else a field that every element has with a value of its own; an array without one keeps
 * its order. Values are texts: numbers as written, and a string that looks like another type stands in quotes.
 */
public final class JsonLeaves {
    private static final List<String> COMMON_KEYS = List.of("id", "sku", "code", "key", "name", "slug", "uuid");
    private static final Pattern ARRAY_KEY = Pattern.compile("\\[\\w+=");
    private static final Pattern PLAIN = Pattern.compile("[^.\\[\\]\"=\\s]+");
    private static final Pattern OTHER_TYPE =
            Pattern.compile("null|true|false|\\{}|\\[]|\"[\\s\\S]*|-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");

    private final Map<PointerPattern, String> arrays = new LinkedHashMap<>();
    private final List<PointerPattern> identity;
    private final List<PointerPattern> privateValues;
    private final Masking masking;
    private final Optional<Pattern> secretKeys;

    /**
     * @param arrays JSON pointer of an array to the name of its key field
     * @param identity JSON pointers that may differ by nature, beside those of the contract
     */
    public JsonLeaves(Contract contract, Map<String, String> arrays, List<String> identity, Masking masking) {
        arrays.forEach((pointer, field) -> this.arrays.put(PointerPattern.parse(pointer), field));
        List<String> all = new ArrayList<>(pointers(contract.identity()));
        all.addAll(identity);
        this.identity = all.stream().map(PointerPattern::parse).toList();
        this.privateValues = pointers(contract.privateValues()).stream()
                .map(PointerPattern::parse)
                .toList();
        this.masking = masking;
        this.secretKeys = Optional.empty();
    }

    /** The same, but for secrets: the values below keys that the pattern finds are fingerprinted, all but true and false. */
    public JsonLeaves hiding(Pattern keys) {
        return new JsonLeaves(arrays, identity, privateValues, masking, Optional.of(keys));
    }

    private JsonLeaves(
            Map<PointerPattern, String> arrays,
            List<PointerPattern> identity,
            List<PointerPattern> privateValues,
            Masking masking,
            Optional<Pattern> secretKeys) {
        this.arrays.putAll(arrays);
        this.identity = identity;
        this.privateValues = privateValues;
        this.masking = masking;
        this.secretKeys = secretKeys;
    }

    private static List<String> pointers(List<String> selectors) {
        return selectors.stream()
                .map(Selector::parse)
                .filter(selector -> selector.kind() == Kind.JSON)
                .map(Selector::where)
                .toList();
    }

    /**
     * Takes down each leaf of a tree, and a fault {@code duplicate-key} for an array whose key is not unique.
     *
     * @param root the path of the tree as a whole; empty for none
     */
    public void record(JsonNode tree, String root, Recorder recorder) {
        if (matches(identity, List.of())) {
            throw new NotObservedException("The contract's identity masks the whole answer; expected JSON pointers of"
                    + " single values, like json:/node.");
        }
        new Walk(recorder).walk(tree, root, List.of());
    }

    /** One walk down a tree. */
    private final class Walk {
        private final Recorder recorder;

        Walk(Recorder recorder) {
            this.recorder = recorder;
        }

        void walk(JsonNode node, String path, List<String> steps) {
            if (matches(identity, steps)) {
                recorder.value(path, Masking.IDENTITY);
            } else if (matches(privateValues, steps)) {
                recorder.value(path, PersonalData.fingerprint(scalar(node)));
            } else if (node.isObject() && !node.isEmpty()) {
                node.properties()
                        .forEach(field ->
                                walk(field.getValue(), below(path, field.getKey()), with(steps, field.getKey())));
            } else if (node.isArray() && !node.isEmpty()) {
                walkArray(node, path, steps);
            } else if (!node.isBoolean() && isSecret(path)) {
                recorder.value(path, PersonalData.fingerprint(scalar(node)));
            } else {
                masking.record(recorder, path, scalar(node));
            }
        }

        /** By the keys of the path, and by what names the elements of arrays: {@code [key=mail.password].value}. */
        private boolean isSecret(String path) {
            return secretKeys
                    .filter(keys -> keys.matcher(ARRAY_KEY.matcher(path).replaceAll("["))
                            .find())
                    .isPresent();
        }

        private void walkArray(JsonNode array, String path, List<String> steps) {
            Optional<String> declared = arrays.entrySet().stream()
                    .filter(entry -> entry.getKey().matches(steps))
                    .map(Map.Entry::getValue)
                    .findFirst();
            Optional<String> key = declared.isPresent() ? declared : uniqueKey(array);
            Set<String> taken = new HashSet<>();
            int index = 0;
            for (JsonNode element : array) {
                String label = key.map(field ->
                                field + "=" + quoted(element.path(field).asString("")))
                        .orElse(Integer.toString(index));
                String place = path + "[" + label + "]";
                if (!taken.add(label)) {
                    recorder.fault(
                            "duplicate-key",
                            path,
                            "The array [" + path + "] has several elements with [" + label + "]; its key is unique.");
                    place = path + "[" + label + "#" + index + "]";
                }
                walk(element, place, with(steps, Integer.toString(index)));
                index++;
            }
        }
    }

    /** The first common field that each element has as a scalar of its own. */
    private static Optional<String> uniqueKey(JsonNode array) {
        return COMMON_KEYS.stream().filter(field -> isUnique(array, field)).findFirst();
    }

    private static boolean isUnique(JsonNode array, String field) {
        Set<String> seen = new HashSet<>();
        for (JsonNode element : array) {
            JsonNode value = element.path(field);
            if (!value.isString() && !value.isIntegralNumber() || !seen.add(value.asString())) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(Collection<PointerPattern> patterns, List<String> steps) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(steps));
    }

    private static List<String> with(List<String> steps, String step) {
        List<String> more = new ArrayList<>(steps);
        more.add(step);
        return more;
    }

    /** The path of a field; a name that would be ambiguous stands in brackets and quotes. */
    static String below(String path, String field) {
        if (!PLAIN.matcher(field).matches()) {
            return path + "[\"" + field.replace("\"", "\\\"") + "\"]";
        }
        return path.isEmpty() ? field : path + "." + field;
    }

    private static String quoted(String key) {
        return PLAIN.matcher(key).matches() ? key : "\"" + key.replace("\"", "\\\"") + "\"";
    }

    /** The text of a value that stands for itself. */
    static String scalar(JsonNode node) {
        if (!node.isString()) {
            return node.toString();
        }
        String text = node.asString();
        return OTHER_TYPE.matcher(text).matches() ? "\"" + text + "\"" : text;
    }

    /** A JSON pointer (RFC 6901) in which {@code *} stands for any one step. */
    private record PointerPattern(List<String> pattern) {

        static PointerPattern parse(String pointer) {
            if (pointer.isEmpty()) {
                return new PointerPattern(List.of());
            }
            List<String> steps = new ArrayList<>();
            for (String step : pointer.substring(1).split("/", -1)) {
                steps.add(step.replace("~1", "/").replace("~0", "~"));
            }
            return new PointerPattern(steps);
        }

        boolean matches(List<String> steps) {
            if (steps.size() != pattern.size()) {
                return false;
            }
            for (int i = 0; i < steps.size(); i++) {
                if (!pattern.get(i).equals("*") && !pattern.get(i).equals(steps.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }
}
