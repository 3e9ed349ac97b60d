@NullMarked
package io.authsvcs.local.attack;

import org.jspecify.annotations.NullMarked;
