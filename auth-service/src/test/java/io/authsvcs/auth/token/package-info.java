@NullMarked
package io.authsvcs.auth.token;

import org.jspecify.annotations.NullMarked;
