@NullMarked
package io.authsvcs.auth.flow;

import org.jspecify.annotations.NullMarked;
