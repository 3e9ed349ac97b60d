@NullMarked
package io.authsvcs.auth.credential;

import org.jspecify.annotations.NullMarked;
