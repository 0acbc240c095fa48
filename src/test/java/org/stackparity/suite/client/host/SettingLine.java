package org.stackparity.suite.client.host;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/** Reads the lines of a properties file that set one key. */
final class SettingLine {
    private SettingLine() {}

    /** The value of the key's last line; empty if there is none. LIMIT: a value that goes on in a second line is cut. */
    static Optional<String> last(String lines, String key) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.ofNullable(properties.getProperty(key)).map(String::strip);
    }
}
