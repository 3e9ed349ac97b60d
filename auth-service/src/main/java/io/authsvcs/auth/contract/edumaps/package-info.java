/**
 * Seed 002's API, as docs/contracts/edumaps.md has it. Open {@code EdumapsRoutes} first. Logging in and showing a token again
 * are one call, told apart by what the request brings: {@code EdumapsLoginEndpoint}.
 */
@NullMarked
package io.authsvcs.auth.contract.edumaps;

import org.jspecify.annotations.NullMarked;
