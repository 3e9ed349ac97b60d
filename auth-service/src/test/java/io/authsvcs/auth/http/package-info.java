@NullMarked
package io.authsvcs.auth.http;

import org.jspecify.annotations.NullMarked;
