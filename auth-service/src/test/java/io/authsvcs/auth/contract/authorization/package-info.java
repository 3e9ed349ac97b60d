@NullMarked
package io.authsvcs.auth.contract.authorization;

import org.jspecify.annotations.NullMarked;
