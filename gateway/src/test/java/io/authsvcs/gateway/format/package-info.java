@NullMarked
package io.authsvcs.gateway.format;

import org.jspecify.annotations.NullMarked;
