@NullMarked
package io.authsvcs.local.breach;

import org.jspecify.annotations.NullMarked;
