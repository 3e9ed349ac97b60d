@NullMarked
package io.authsvcs.auth.api;

import org.jspecify.annotations.NullMarked;
