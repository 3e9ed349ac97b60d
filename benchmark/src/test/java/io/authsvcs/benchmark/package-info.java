@NullMarked
package io.authsvcs.benchmark;

import org.jspecify.annotations.NullMarked;
