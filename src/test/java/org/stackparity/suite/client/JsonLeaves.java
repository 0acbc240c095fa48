package org.stackparity.suite.client;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.stackparity.environment.Contract;
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
    private final List<Mask> identity;
    private final List<Mask> privateValues;
    private final Masking masking;
    private final Optional<Pattern> secretKeys;

    /** With what the contract masks in any answer. */
    public JsonLeaves(Masking masking) {
        this(Map.of(), masking.declared().identityOfJson(), masking);
    }

    /** With what the contract masks in any answer, and what it says of the call. */
    public JsonLeaves(Masking masking, Contract.ApiCall call) {
        this(call.arrays(), masking.declared().identityOfJson(call), masking);
    }

    private JsonLeaves(Map<String, String> arrays, List<Mask> identity, Masking masking) {
        arrays.forEach((pointer, field) -> this.arrays.put(PointerPattern.parse(pointer), field));
        this.identity = identity;
        this.privateValues = masking.declared().privateOfJson();
        this.masking = masking;
        this.secretKeys = Optional.empty();
    }

    /** The same, but for secrets: the values below keys that the pattern finds are fingerprinted, all but true and false. */
    public JsonLeaves hiding(Pattern keys) {
        return new JsonLeaves(arrays, identity, privateValues, masking, Optional.of(keys));
    }

    private JsonLeaves(
            Map<PointerPattern, String> arrays,
            List<Mask> identity,
            List<Mask> privateValues,
            Masking masking,
            Optional<Pattern> secretKeys) {
        this.arrays.putAll(arrays);
        this.identity = identity;
        this.privateValues = privateValues;
        this.masking = masking;
        this.secretKeys = secretKeys;
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
        // by the tree and not by the walk, which ends where one mask stands above another
        identity.forEach(mask -> mask.countIn(tree));
        privateValues.forEach(mask -> mask.countIn(tree));
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
            Optional<String> key = declared.isPresent() ? declared : uniqueKey(array, steps);
            Set<String> taken = new HashSet<>();
            int index = 0;
            for (JsonNode element : array) {
                List<String> inside = with(steps, Integer.toString(index));
                String label = key.map(field -> label(element, field, inside)).orElse(Integer.toString(index));
                String place = path + "[" + label + "]";
                if (!taken.add(label)) {
                    recorder.fault(
                            "duplicate-key",
                            path,
                            "The array [" + path + "] has several elements with [" + label + "]; its key is unique.");
                    place = path + "[" + label + "#" + index + "]";
                }
                walk(element, place, inside);
                index++;
            }
        }
    }

    /** What tells an element of an array from the others; a name that is private as its fingerprint. */
    private String label(JsonNode element, String field, List<String> steps) {
        String name = element.path(field).asString("");
        boolean isPrivate = matches(privateValues, steps) || matches(privateValues, with(steps, field));
        return field + "=" + quoted(isPrivate ? PersonalData.fingerprint(name) : PersonalData.mask(name));
    }

    /** The first common field that each element has as a scalar of its own, and that does not differ by nature. */
    private Optional<String> uniqueKey(JsonNode array, List<String> steps) {
        return COMMON_KEYS.stream()
                .filter(field -> isUnique(array, field)
                        && IntStream.range(0, array.size())
                                .noneMatch(index ->
                                        matches(identity, with(with(steps, Integer.toString(index)), field))))
                .findFirst();
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

    private static boolean matches(List<Mask> masks, List<String> steps) {
        return masks.stream().anyMatch(mask -> mask.pointer().matches(steps));
    }

    private static List<String> with(List<String> steps, String step) {
        List<String> more = new ArrayList<>(steps);
        more.add(step);
        return more;
    }

    /** The path of a field, without personal data; a name that would be ambiguous stands in brackets and quotes. */
    static String below(String path, String name) {
        String field = PersonalData.mask(name);
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
}
