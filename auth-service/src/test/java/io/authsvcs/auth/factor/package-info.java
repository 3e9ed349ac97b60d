@NullMarked
package io.authsvcs.auth.factor;

import org.jspecify.annotations.NullMarked;
