@NullMarked
package io.authsvcs.local.chaos;

import org.jspecify.annotations.NullMarked;
