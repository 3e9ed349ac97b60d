@NullMarked
package io.authsvcs.local.http;

import org.jspecify.annotations.NullMarked;
