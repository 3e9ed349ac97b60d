@NullMarked
package io.authsvcs.gateway.upstream;

import org.jspecify.annotations.NullMarked;
