@NullMarked
package io.authsvcs.auth.throttle;

import org.jspecify.annotations.NullMarked;
