@NullMarked
package io.authsvcs.local.bench;

import org.jspecify.annotations.NullMarked;
