@NullMarked
package io.authsvcs.auth.credential.form;

import org.jspecify.annotations.NullMarked;
