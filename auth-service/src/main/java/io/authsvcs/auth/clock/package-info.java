/**
 * What this machine's clock shows. Nothing that is at stake goes by it: sessions and tokens go by the database's time.
 */
@NullMarked
package io.authsvcs.auth.clock;

import org.jspecify.annotations.NullMarked;
