@NullMarked
package io.authsvcs.local.database;

import org.jspecify.annotations.NullMarked;
