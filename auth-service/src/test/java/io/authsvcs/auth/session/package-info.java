@NullMarked
package io.authsvcs.auth.session;

import org.jspecify.annotations.NullMarked;
