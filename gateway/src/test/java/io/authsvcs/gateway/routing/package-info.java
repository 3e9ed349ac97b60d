@NullMarked
package io.authsvcs.gateway.routing;

import org.jspecify.annotations.NullMarked;
