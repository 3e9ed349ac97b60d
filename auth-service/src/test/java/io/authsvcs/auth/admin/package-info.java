@NullMarked
package io.authsvcs.auth.admin;

import org.jspecify.annotations.NullMarked;
