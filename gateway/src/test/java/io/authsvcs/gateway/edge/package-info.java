@NullMarked
package io.authsvcs.gateway.edge;

import org.jspecify.annotations.NullMarked;
