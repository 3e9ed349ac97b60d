/** What nobody needs any more is deleted: {@code Janitor} does so now and then, on every instance. */
@NullMarked
package io.authsvcs.auth.upkeep;

import org.jspecify.annotations.NullMarked;
