package org.stackparity.store.shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The routes that a release of the shop has: lines of method, path and the name of the action.
 *
 * @param routes in the order of the file, which is the order of matching
 */
record RouteFile(List<Route> routes) {

    RouteFile {
        routes = List.copyOf(routes);
    }

    record Route(String method, String path, String action) {}

    /**
     * Reads {@code etc/routes}.
     *
     * @throws IllegalArgumentException naming file and line of what is no route
     */
    static RouteFile read(Path file) throws IOException {
        List<Route> routes = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] words = line.split("\\s+");
            if (words.length != 3) {
                throw new IllegalArgumentException(
                        file + ":" + (i + 1) + ": [" + line + "]; expected method, path and action");
            }
            routes.add(new Route(words[0], words[1], words[2]));
        }
        return new RouteFile(routes);
    }
}
