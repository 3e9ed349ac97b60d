/**
 * The Java programs of the product as they are run here. A {@link io.authsvcs.local.application.Workshop} finds what
 * Maven built, extracts it (an extracted jar starts twice as fast as a nested one), and keeps the caches that make a
 * start quicker still; each {@link io.authsvcs.local.application.Application} comes out of it as a {@link
 * io.authsvcs.local.application.PreparedApplication}, which knows its command line.
 *
 * <p>Open {@code Workshop} first.
 */
@NullMarked
package io.authsvcs.local.application;

import org.jspecify.annotations.NullMarked;
