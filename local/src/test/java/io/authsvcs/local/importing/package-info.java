@NullMarked
package io.authsvcs.local.importing;

import org.jspecify.annotations.NullMarked;
