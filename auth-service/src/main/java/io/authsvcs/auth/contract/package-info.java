/**
 * The login APIs that others have documented, a room each, which don't know each other; all of them call the same flows as
 * the canonical API. Here is what they share: which of them are served ({@link io.authsvcs.auth.contract.ContractSettings}),
 * their routes and errors ({@link io.authsvcs.auth.contract.ContractRoutes},
 * {@link io.authsvcs.auth.contract.ContractFaults}), and the one path on which two of them meet
 * ({@code SharedLoginRoutes}). What their documents say is in docs/contracts.
 */
@NullMarked
package io.authsvcs.auth.contract;

import org.jspecify.annotations.NullMarked;
