@NullMarked
package io.authsvcs.auth.partner;

import org.jspecify.annotations.NullMarked;
