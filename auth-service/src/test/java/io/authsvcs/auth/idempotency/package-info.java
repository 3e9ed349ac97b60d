@NullMarked
package io.authsvcs.auth.idempotency;

import org.jspecify.annotations.NullMarked;
