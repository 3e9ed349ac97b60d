/**
 * The product as its users meet it. Open {@code ComposeFileTest} for what the container files promise; what a real
 * engine makes of them is shown by {@code acceptance/compose/run}.
 */
@NullMarked
package io.authsvcs.acceptance;

import org.jspecify.annotations.NullMarked;
