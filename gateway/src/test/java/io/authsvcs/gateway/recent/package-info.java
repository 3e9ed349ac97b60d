@NullMarked
package io.authsvcs.gateway.recent;

import org.jspecify.annotations.NullMarked;
