package io.authsvcs.registry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.netflix.eureka.server.event.EurekaInstanceCanceledEvent;
import org.springframework.cloud.netflix.eureka.server.event.EurekaInstanceRegisteredEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A line for each instance that comes, changes or goes: Eureka's own are lost among one for each eviction round. */
@Component
class LeaseLog {
    private static final Logger LOG = LoggerFactory.getLogger(LeaseLog.class);

    @EventListener
    void registered(EurekaInstanceRegisteredEvent event) {
        var instance = event.getInstanceInfo();
        LOG.info(
                "{} of {} at {}:{} is {}",
                instance.getId(),
                instance.getAppName(),
                instance.getIPAddr(),
                instance.getPort(),
                instance.getStatus());
    }

    @EventListener
    void cancelled(EurekaInstanceCanceledEvent event) {
        LOG.info("{} of {} is gone", event.getServerId(), event.getAppName());
    }
}
