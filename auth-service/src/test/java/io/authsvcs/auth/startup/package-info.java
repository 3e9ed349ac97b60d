@NullMarked
package io.authsvcs.auth.startup;

import org.jspecify.annotations.NullMarked;
