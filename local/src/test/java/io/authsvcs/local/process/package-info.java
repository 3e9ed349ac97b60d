@NullMarked
package io.authsvcs.local.process;

import org.jspecify.annotations.NullMarked;
