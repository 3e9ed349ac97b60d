/**
 * Seed 003's API, as docs/contracts/slide.md has it. Open {@code SlideRoutes} first. Its token is a session's reference
 * token ({@link io.authsvcs.auth.token.ReferenceTokens}), which {@code SlideAnswers} shows beside the user.
 */
@NullMarked
package io.authsvcs.auth.contract.slide;

import org.jspecify.annotations.NullMarked;
