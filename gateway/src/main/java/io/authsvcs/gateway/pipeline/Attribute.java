package io.authsvcs.gateway.pipeline;

import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.server.ServerWebExchange;

/** A typed place on an exchange, by which one step tells a later one what it has found. */
public record Attribute<T>(String name, Class<T> type) {
    /** The name of the request, in every log and answer: set by the first step. */
    public static final Attribute<String> REQUEST_ID = new Attribute<>("request id", String.class);

    /** Who called: set by the step that guards headers, unless the caller has left by then. */
    public static final Attribute<InetAddress> CLIENT_ADDRESS = new Attribute<>("client address", InetAddress.class);

    public void set(ServerWebExchange exchange, T value) {
        exchange.getAttributes().put(name, value);
    }

    public Optional<T> find(ServerWebExchange exchange) {
        return find(exchange.getAttributes());
    }

    public Optional<T> find(Map<String, Object> attributes) {
        return Optional.ofNullable(attributes.get(name)).map(type::cast);
    }

    /**
     * The value, which a step before must have set.
     *
     * @throws IllegalStateException when none has
     */
    public T get(ServerWebExchange exchange) {
        return find(exchange).orElseThrow(() -> new IllegalStateException("No step before has set the " + name));
    }
}
