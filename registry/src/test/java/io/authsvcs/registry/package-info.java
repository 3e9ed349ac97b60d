@NullMarked
package io.authsvcs.registry;

import org.jspecify.annotations.NullMarked;
