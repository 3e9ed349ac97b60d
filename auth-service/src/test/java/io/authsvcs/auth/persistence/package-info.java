@NullMarked
package io.authsvcs.auth.persistence;

import org.jspecify.annotations.NullMarked;
