@NullMarked
package io.authsvcs.auth;

import org.jspecify.annotations.NullMarked;
