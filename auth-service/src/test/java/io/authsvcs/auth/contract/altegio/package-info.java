@NullMarked
package io.authsvcs.auth.contract.altegio;

import org.jspecify.annotations.NullMarked;
