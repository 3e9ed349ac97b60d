@NullMarked
package io.authsvcs.auth.upkeep;

import org.jspecify.annotations.NullMarked;
