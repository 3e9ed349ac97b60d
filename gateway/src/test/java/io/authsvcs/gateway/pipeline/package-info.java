@NullMarked
package io.authsvcs.gateway.pipeline;

import org.jspecify.annotations.NullMarked;
