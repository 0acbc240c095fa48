package org.stackparity.store.shop.visit;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The page templates of a host: Mustache files in its {@code templates/}. A file is read when it is first needed. */
final class Templates {
    private final Path folder;
    private final Mustache.Compiler compiler;
    private final Map<String, Template> compiled = new ConcurrentHashMap<>();

    Templates(Path folder) {
        this.folder = folder;
        this.compiler = Mustache.compiler().escapeHTML(true).emptyStringIsFalse(true);
    }

    /**
     * Renders a template.
     *
     * @throws UncheckedIOException if the host does not have it
     */
    String render(String name, Map<String, Object> model) {
        return compiled.computeIfAbsent(name, this::compile).execute(model);
    }

    boolean has(String name) {
        return Files.isReadable(file(name));
    }

    private Template compile(String name) {
        try {
            return compiler.compile(Files.readString(file(name)));
        } catch (IOException e) {
            throw new UncheckedIOException("reading the template " + name, e);
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".html");
    }
}
