package org.stackparity.store.shop.session;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stackparity.store.host.Endpoint;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.params.SetParams;
import tools.jackson.databind.json.JsonMapper;

/**
 * The site's session store, a Redis server: one round trip to read, one to write. Connections are kept; one that the server
 * has dropped meanwhile is replaced once.
 */
public final class SessionStore {
    private static final Logger LOG = LoggerFactory.getLogger(SessionStore.class);
    private static final String PREFIX = "session:";
    private static final int CONNECTIONS = 16;
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RedisClient redis;
    private final Duration timeout;

    private SessionStore(RedisClient redis, Duration timeout) {
        this.redis = redis;
        this.timeout = timeout;
    }

    /** Does not connect before the first session. */
    public static SessionStore open(Endpoint address, Duration timeout) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(CONNECTIONS);
        pool.setMaxIdle(CONNECTIONS);
        pool.setTestWhileIdle(false);
        RedisClient client = RedisClient.builder()
                .hostAndPort(address.host(), address.port())
                .poolConfig(pool)
                .clientConfig(DefaultJedisClientConfig.builder()
                        .serverDefaultProtocol()
                        .timeoutMillis(TIMEOUT_MILLIS)
                        .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
                        .build())
                .build();
        return new SessionStore(client, timeout);
    }

    public Optional<SessionState> find(String id) {
        return Optional.ofNullable(again(() -> redis.get(PREFIX + id)))
                .map(json -> JSON.readValue(json, SessionState.class));
    }

    /** Writes a session and starts its time again. */
    public void save(String id, SessionState state) {
        String json = JSON.writeValueAsString(state);
        again(() -> redis.set(PREFIX + id, json, SetParams.setParams().ex(timeout.toSeconds())));
    }

    public void requireAlive() {
        again(redis::ping);
    }

    private static <T> T again(Supplier<T> command) {
        try {
            return command.get();
        } catch (JedisConnectionException e) {
            LOG.debug("the session store dropped a kept connection", e);
            return command.get();
        }
    }
}
