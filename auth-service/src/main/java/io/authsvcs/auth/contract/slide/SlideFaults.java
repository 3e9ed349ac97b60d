package io.authsvcs.auth.contract.slide;

import io.authsvcs.auth.contract.ContractFaults;
import io.authsvcs.common.Contract;
import java.util.List;
import org.springframework.stereotype.Component;

/** What goes wrong on this API's paths, whether or not it is served. */
@Component
class SlideFaults extends ContractFaults {
    SlideFaults() {
        super(
                Contract.SLIDE,
                List.of(
                        SlideLoginEndpoint.PATH,
                        "/auth/register",
                        "/auth/register/",
                        "/auth/tokens",
                        "/auth/tokens/",
                        "/auth/tokens/{key}",
                        "/auth/tokens/{key}/",
                        "/user",
                        "/user/"));
    }
}
