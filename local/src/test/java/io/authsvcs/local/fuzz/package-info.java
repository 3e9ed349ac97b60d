@NullMarked
package io.authsvcs.local.fuzz;

import org.jspecify.annotations.NullMarked;
