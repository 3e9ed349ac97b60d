@NullMarked
package io.authsvcs.local.proxy;

import org.jspecify.annotations.NullMarked;
