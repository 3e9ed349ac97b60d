@NullMarked
package io.authsvcs.auth.contract;

import org.jspecify.annotations.NullMarked;
