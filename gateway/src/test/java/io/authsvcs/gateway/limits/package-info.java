@NullMarked
package io.authsvcs.gateway.limits;

import org.jspecify.annotations.NullMarked;
