/** What can be known of a request afterwards: {@code AccessLog} writes one line for each. */
@NullMarked
package io.authsvcs.gateway.observability;

import org.jspecify.annotations.NullMarked;
