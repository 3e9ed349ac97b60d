package io.authsvcs.auth.contract.edumaps;

import io.authsvcs.auth.contract.ContractFaults;
import io.authsvcs.common.Contract;
import java.util.List;
import org.springframework.stereotype.Component;

/** What goes wrong on this API's paths, whether or not it is served. */
@Component
class EdumapsFaults extends ContractFaults {
    EdumapsFaults() {
        super(
                Contract.EDUMAPS,
                List.of(EdumapsLoginEndpoint.PATH, "/auth/local", "/auth/local/", "/auth/token", "/auth/token/"));
    }
}
