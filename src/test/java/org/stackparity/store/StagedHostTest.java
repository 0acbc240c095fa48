package org.stackparity.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stackparity.store.host.HostKind;

class StagedHostTest {
    @TempDir
    Path home;

    private StagedHost host;

    @BeforeEach
    void create() throws IOException {
        host = StagedHost.create("web1", HostKind.WEB, home);
    }

    @Test
    void hasTheEnvironmentThatItsFileSays() throws IOException {
        Map<String, String> plain =
                Map.of("HOME", home.toString(), "PATH", "/usr/local/bin:/usr/bin:/bin", "TZ", "UTC", "LANG", "C.UTF-8");
        assertThat(host.environment()).containsExactlyInAnyOrderEntriesOf(plain);

        host.set(ShopHost.ENVIRONMENT, "TZ", "Etc/GMT+8");

        assertThat(host.environment()).containsEntry("TZ", "Etc/GMT+8").containsEntry("LANG", "C.UTF-8");
    }

    @Test
    void findsTheJarsOfItsFolderInTheOrderOfTheirNames() throws IOException {
        assertThat(host.libraries()).isEmpty();

        host.writeText("lib/b.jar", "");
        host.writeText("lib/a.jar", "");
        host.writeText("lib/README", "");

        assertThat(host.libraries()).containsExactly(home.resolve("lib/a.jar"), home.resolve("lib/b.jar"));
    }

    @Test
    void isAnotherHostAsSoonAsAFileDiffers() throws IOException {
        String healthy = host.describe();
        assertThat(StagedHost.create("web1", HostKind.WEB, home.resolve("same")).describe())
                .isEqualTo(healthy);

        host.set(ShopHost.ENVIRONMENT, "LANG", "C");

        assertThat(host.describe()).isNotEqualTo(healthy);
    }

    @Test
    void refusesToReplaceWhatIsNotThere() {
        assertThatThrownBy(() -> host.replace("etc/routes", "GET    /basket", ""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("web1:etc/routes does not hold [GET    /basket]");
    }
}
