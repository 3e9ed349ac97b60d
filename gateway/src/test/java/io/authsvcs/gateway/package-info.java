@NullMarked
package io.authsvcs.gateway;

import org.jspecify.annotations.NullMarked;
