@NullMarked
package io.authsvcs.auth.identity;

import org.jspecify.annotations.NullMarked;
