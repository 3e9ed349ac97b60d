@NullMarked
package io.authsvcs.auth.clock;

import org.jspecify.annotations.NullMarked;
