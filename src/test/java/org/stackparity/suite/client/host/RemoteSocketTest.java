package org.stackparity.suite.client.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.stackparity.suite.junit.NotObservedException;

class RemoteSocketTest {
    private static final String COLUMNS = " 00000000:00000000 00:00000000 00000000  1000        0 ";

    @Test
    void findsTheFarEndsOfTheProcessesOwnSockets() {
        String text = """
                lrwx------ 1 shop shop 64 Nov 23 00:00 12 -> socket:[111]
                lrwx------ 1 shop shop 64 Nov 23 00:00 13 -> socket:[222]
                lrwx------ 1 shop shop 64 Nov 23 00:00 14 -> socket:[333]
                table tcp
                  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
                   0: 0B01147F:4723 00000000:0000 0A%s111 1 0000000000000000 100 0 0 10 0
                   1: 0100007F:D431 1A010A7F:466A 01%s222 1 0000000000000000 20 4 30 10 -1
                   2: 0B01147F:4723 0100007F:B001 01%s333 1 0000000000000000 20 4 30 10 -1
                   3: 0100007F:D432 19010A7F:4669 01%s999 1 0000000000000000 20 4 30 10 -1
                """.formatted(COLUMNS, COLUMNS, COLUMNS, COLUMNS);
        assertThat(RemoteSocket.parse("web1", text))
                .extracting(socket -> socket + (socket.inbound() ? " in" : " out"))
                .containsExactly("127.0.0.1:45057 in", "127.10.1.26:18026 out");
    }

    @Test
    void showsMappedAddressesAsIpv4AndOthersAsIpv6() {
        String text = """
                12 -> socket:[1]
                13 -> socket:[2]
                table tcp6
                   0: 0000000000000000FFFF00000100007F:D431 0000000000000000FFFF00001A010A7F:466A 01%s1 1
                   1: 00000000000000000000000001000000:D431 B80D0120000000000000000001000000:18EB 01%s2 1
                """.formatted(COLUMNS, COLUMNS);
        assertThat(RemoteSocket.parse("web1", text))
                .extracting(RemoteSocket::toString)
                .containsExactlyInAnyOrder("127.10.1.26:18026", "[2001:db8:0:0:0:0:0:1]:6379");
    }

    @Test
    void aSocketThatWasConnectedAgainHasBothFarEnds() {
        String text = """
                table tcp
                socket:[5]
                   0: 0100007F:D431 1A010A7F:466A 01%s5
                   0: 0100007F:D431 1A010A7F:466A 08%s5
                   0: 0100007F:D431 19010A7F:4669 01%s5
                """.formatted(COLUMNS, COLUMNS, COLUMNS);
        assertThat(RemoteSocket.parse("web1", text))
                .extracting(RemoteSocket::toString)
                .containsExactly("127.10.1.25:18025", "127.10.1.26:18026");
    }

    @Test
    void aTableOfTheKernelThatMayNotBeReadIsNotObserved() {
        assertThatThrownBy(() -> RemoteSocket.parse("web1", "4 -> socket:[5]\n"))
                .isInstanceOf(NotObservedException.class)
                .hasMessageContaining("/proc/PID/net/tcp");
    }

    @Test
    void descriptorsThatMayNotBeReadAreNotObserved() {
        String denied = "ls: cannot open '/proc/1/fd': Permission denied\ntable tcp\n";
        assertThatThrownBy(() -> RemoteSocket.parse("web1", denied))
                .isInstanceOf(NotObservedException.class)
                .hasMessageContaining("[ls: cannot open '/proc/1/fd': Permission denied]")
                .hasMessageContaining("sudo -n ls -l /proc/PID/fd does not tell them either")
                .hasMessageContaining("log in as the process's user, or give the login the two lines for sudoers");
    }
}
