@NullMarked
package io.authsvcs.local.console;

import org.jspecify.annotations.NullMarked;
