package org.stackparity.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.stackparity.cli.DemoSites;
import org.stackparity.model.CheckId;

/** Lends the reference store to {@code parity demo}. */
public final class StoreDemoSites implements DemoSites {

    @Override
    public List<DemoSites.Defect> defects() {
        return Defects.all().stream()
                .map(defect -> new DemoSites.Defect(
                        defect.name(),
                        defect.isOnOneNode(),
                        defect.sentence(),
                        defect.checks().stream().map(CheckId::new).toList()))
                .toList();
    }

    @Override
    public SortedMap<String, List<String>> groups() {
        SortedMap<String, List<String>> groups = new TreeMap<>();
        Defects.groups()
                .forEach((name, members) -> groups.put(
                        name, members.stream().map(defect -> defect.name()).toList()));
        return groups;
    }

    @Override
    public Running start(Path folder, List<String> defects) {
        Set<org.stackparity.store.Defect> onFailover = new LinkedHashSet<>();
        defects.stream().map(Defects::find).flatMap(Collection::stream).forEach(onFailover::add);
        try {
            ReferencePair pair = ReferencePair.start(folder, onFailover);
            return new Running() {
                @Override
                public String addresses() {
                    return "http://" + Site.DALLAS.balancer() + "/ and http://" + Site.ARIZONA.balancer() + "/";
                }

                @Override
                public Path pair(Path declared) {
                    return withAddresses(declared, folder.resolve("pair"));
                }

                @Override
                public void close() {
                    pair.close();
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException("The reference stores cannot be started in [" + folder + "].", e);
        }
    }

    /** The pair with the addresses that this machine has: as it is declared, or else a copy. */
    private static Path withAddresses(Path declared, Path copy) {
        if (Loopback.ofThisMachine() == Loopback.MANY) {
            return declared;
        }
        try (Stream<Path> files = Files.list(declared)) {
            Files.createDirectories(copy);
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".yaml")).toList()) {
                Files.writeString(copy.resolve(file.getFileName()), Site.withAddresses(Files.readString(file)));
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException("The pair [" + declared + "] cannot be copied to [" + copy + "].", e);
        }
    }
}
