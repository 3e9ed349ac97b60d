@NullMarked
package io.authsvcs.local.load;

import org.jspecify.annotations.NullMarked;
