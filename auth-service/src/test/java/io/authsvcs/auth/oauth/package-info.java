@NullMarked
package io.authsvcs.auth.oauth;

import org.jspecify.annotations.NullMarked;
