package io.authsvcs.auth.contract.authorization;

import io.authsvcs.auth.contract.ContractFaults;
import io.authsvcs.common.Contract;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What goes wrong on any path of seed 004, whether or not it is served. */
@Component
class AuthorizationFaults extends ContractFaults {
    AuthorizationFaults() {
        super(
                Contract.AUTHORIZATION,
                Stream.of("", "/login", "/signup", "/logout", "/password")
                        .map(call -> "/api/authorization" + call)
                        .flatMap(path -> Stream.of(path, path + "/"))
                        .toList());
    }
}
