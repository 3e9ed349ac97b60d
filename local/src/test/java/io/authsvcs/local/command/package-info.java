@NullMarked
package io.authsvcs.local.command;

import org.jspecify.annotations.NullMarked;
