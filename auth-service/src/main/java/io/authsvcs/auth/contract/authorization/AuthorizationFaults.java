package io.authsvcs.auth.contract.authorization;

import io.authsvcs.auth.contract.ContractFaults;
import io.authsvcs.common.Contract;
import java.util.List;
import org.springframework.stereotype.Component;

/** What goes wrong on any path of seed 004. */
@Component
class AuthorizationFaults extends ContractFaults {
    AuthorizationFaults() {
        super(
                Contract.AUTHORIZATION,
                List.of(
                        "/api/authorization",
                        "/api/authorization/",
                        "/api/authorization/{call}",
                        "/api/authorization/{call}/"));
    }
}
