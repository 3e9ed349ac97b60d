package io.authsvcs.auth.startup;

import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FaultCode;
import io.authsvcs.common.Word;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets no request in before this instance can serve. A killed one may start again while the registry still says UP, and half
 * ready it would write what it can't answer for; what is refused here has not been looked at, and goes elsewhere. But for
 * what is asked about the instance itself.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // after Farewell, which its refusals pass as well
class Admission implements WebFilter {
    private final ApplicationContext context;
    private final Startup startup;

    Admission(ApplicationContext context, Startup startup) {
        this.context = context;
        this.startup = startup;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        // The actuator's own context takes over every filter, and has to answer from the beginning.
        boolean isForUs = context.equals(exchange.getApplicationContext());
        return isForUs && !startup.isAble() && !isAboutTheInstance(exchange)
                ? Mono.error(new Fault(FaultCode.STARTING))
                : chain.filter(exchange);
    }

    private static boolean isAboutTheInstance(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().value().startsWith(Word.PATH);
    }
}
