/** Breaks each rule of {@code ArchitectureTest} once, so that a rule that has gone blind is seen. */
@NullMarked
package io.authsvcs.registry.canary;

import org.jspecify.annotations.NullMarked;
