@NullMarked
package io.authsvcs.gateway.observability;

import org.jspecify.annotations.NullMarked;
