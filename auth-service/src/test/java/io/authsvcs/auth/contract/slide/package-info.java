@NullMarked
package io.authsvcs.auth.contract.slide;

import org.jspecify.annotations.NullMarked;
