package org.stackparity.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.stackparity.store.gettext.MoCompiler;
import org.stackparity.store.gettext.PoFile;
import org.stackparity.store.host.HostKind;
import org.stackparity.store.host.Settings;

/**
 * A host of a site by the files of its home folder, wherever that is: in a folder of this machine or in a container. Paths are
 * below the home folder, like {@code etc/app.properties}. Its process reads them when it starts.
 */
public interface ShopHost {
    /** The settings of the shop on this host. */
    String APP = "etc/app.properties";
    /** The environment of the process of this host, like {@code TZ} and {@code LANG}. */
    String ENVIRONMENT = "etc/environment";

    /** Like {@code web2}. */
    String name();

    HostKind kind();

    boolean exists(String path) throws IOException;

    /** Reads a whole file; one that is not there is an {@link IOException}. */
    byte[] read(String path) throws IOException;

    /** Writes a whole file over what is there; folders are made when missing. */
    void write(String path, byte[] content) throws IOException;

    /** Deletes a file; one that is not there is an {@link IOException}. */
    void delete(String path) throws IOException;

    /** When the file was changed last. */
    Instant changedAt(String path) throws IOException;

    void setChangedAt(String path, Instant time) throws IOException;

    default String text(String path) throws IOException {
        return new String(read(path), UTF_8);
    }

    default void writeText(String path, String text) throws IOException {
        write(path, text.getBytes(UTF_8));
    }

    default Settings settings(String path) throws IOException {
        return Settings.parse(where(path), text(path));
    }

    default void edit(String path, UnaryOperator<Settings> change) throws IOException {
        writeText(path, change.apply(settings(path)).text());
    }

    default void set(String path, String key, String value) throws IOException {
        edit(path, settings -> settings.with(key, value));
    }

    /**
     * Replaces a text in a file.
     *
     * @throws IllegalStateException if the file does not have it, so that a defect never fails to be there in silence
     */
    default void replace(String path, String text, String by) throws IOException {
        String before = text(path);
        if (!before.contains(text)) {
            throw new IllegalStateException(where(path) + " does not hold [" + text + "]");
        }
        writeText(path, before.replace(text, by));
    }

    /**
     * Removes the lines of a file that match as a whole.
     *
     * @throws IllegalStateException if no line does, so that a defect never fails to be there in silence
     */
    default void removeLines(String path, String regex) throws IOException {
        List<String> lines = text(path).lines().toList();
        List<String> kept = lines.stream().filter(line -> !line.matches(regex)).toList();
        if (kept.size() == lines.size()) {
            throw new IllegalStateException(where(path) + " has no line [" + regex + "]");
        }
        writeText(path, String.join("\n", kept) + "\n");
    }

    /** Compiles the texts of a language, over the catalog that the host has. */
    default void compileCatalog(String locale) throws IOException {
        String source = "locale/" + locale + "/messages.po";
        write("locale/" + locale + "/messages.mo", MoCompiler.compile(PoFile.parse(where(source), text(source))));
    }

    /** A file as messages name it. */
    private String where(String path) {
        return name() + ":" + path;
    }
}
