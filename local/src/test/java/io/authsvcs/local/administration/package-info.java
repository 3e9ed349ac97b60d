@NullMarked
package io.authsvcs.local.administration;

import org.jspecify.annotations.NullMarked;
