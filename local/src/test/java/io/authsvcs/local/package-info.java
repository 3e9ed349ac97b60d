@NullMarked
package io.authsvcs.local;

import org.jspecify.annotations.NullMarked;
