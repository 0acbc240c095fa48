package org.stackparity.store.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A settings file of a host: lines of {@code key=value} in UTF-8, comments with #. Values are taken as written, without
 * escapes, so that a shell script on the host reads the same as the application.
 *
 * @param values in the order of the file
 */
public record Settings(Map<String, String> values) {

    public Settings {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException naming file and line of a line that is no setting
     */
    public static Settings read(Path file) throws IOException {
        return parse(file.toString(), Files.readString(file));
    }

    /**
     * Parses the text of a file.
     *
     * @param name stands before the line number in messages
     * @throws IllegalArgumentException naming file and line of a line that is no setting
     */
    public static Settings parse(String name, String text) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(name + ":" + (i + 1) + ": [" + line + "]; expected key=value");
            }
            values.put(
                    line.substring(0, equals).strip(),
                    line.substring(equals + 1).strip());
        }
        return new Settings(values);
    }

    /** Writes the settings without comments. */
    public void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text());
    }

    /** The lines of a file, without comments. */
    public String text() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    public Settings with(String key, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(key, value);
        return new Settings(changed);
    }

    public Settings without(String key) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.remove(key);
        return new Settings(changed);
    }

    public Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /**
     * The value of a key.
     *
     * @throws IllegalArgumentException if the key is missing, naming it
     */
    public String require(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("the setting [" + key + "] is missing"));
    }

    public Endpoint requireEndpoint(String key) {
        return Endpoint.parse(require(key));
    }

    public boolean isOn(String key) {
        return Boolean.parseBoolean(require(key));
    }

    /** The values of a comma-separated list, in its order, without blanks; empty if the key is missing. */
    public List<String> list(String key) {
        return find(key).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
