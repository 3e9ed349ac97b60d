@NullMarked
package io.authsvcs.gateway.operator;

import org.jspecify.annotations.NullMarked;
