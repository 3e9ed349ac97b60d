@NullMarked
package io.authsvcs.auth.outbox;

import org.jspecify.annotations.NullMarked;
