package org.stackparity.suite.client;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/** Takes down when each phase of one call ended. For one call, which runs in one thread. */
final class Phases extends EventListener {
    private long start;
    private long dnsStart;
    private long connectStart;
    private long tlsStart;
    private long dns;
    private long connect;
    private long tls;
    private long firstByte;
    private long total;

    /** The phases that a request carries, or ones that nobody reads. */
    static EventListener of(Request request) {
        Phases phases = request.tag(Phases.class);
        return phases == null ? EventListener.NONE : phases;
    }

    @Override
    public void callStart(Call call) {
        start = System.nanoTime();
    }

    @Override
    public void dnsStart(Call call, String domainName) {
        dnsStart = System.nanoTime();
    }

    @Override
    public void dnsEnd(Call call, String domainName, List<InetAddress> addresses) {
        dns = System.nanoTime() - dnsStart;
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        connectStart = System.nanoTime();
    }

    @Override
    public void secureConnectStart(Call call) {
        tlsStart = System.nanoTime();
        connect = tlsStart - connectStart;
    }

    @Override
    public void secureConnectEnd(Call call, Handshake handshake) {
        tls = System.nanoTime() - tlsStart;
    }

    @Override
    public void connectEnd(Call call, InetSocketAddress address, Proxy proxy, Protocol protocol) {
        connect = System.nanoTime() - connectStart - tls;
    }

    @Override
    public void requestHeadersStart(Call call) {
        // From here on the node has the word: what went before is name service, distance and handshake.
        start = System.nanoTime();
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        firstByte = System.nanoTime() - start;
    }

    /** The body was read. */
    void end() {
        total = System.nanoTime() - start;
    }

    /** Milliseconds by name; first byte and total count from the sending of the request. */
    SortedMap<String, Double> millis() {
        SortedMap<String, Double> millis = new TreeMap<>();
        millis.put("dns", dns / 1e6);
        millis.put("connect", connect / 1e6);
        millis.put("tls", tls / 1e6);
        millis.put("firstByte", firstByte / 1e6);
        millis.put("total", total / 1e6);
        return millis;
    }
}
