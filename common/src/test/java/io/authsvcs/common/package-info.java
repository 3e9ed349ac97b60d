@NullMarked
package io.authsvcs.common;

import org.jspecify.annotations.NullMarked;
