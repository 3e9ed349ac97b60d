@NullMarked
package io.authsvcs.auth.contract.edumaps;

import org.jspecify.annotations.NullMarked;
