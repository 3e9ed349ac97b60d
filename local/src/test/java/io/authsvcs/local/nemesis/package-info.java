@NullMarked
package io.authsvcs.local.nemesis;

import org.jspecify.annotations.NullMarked;
