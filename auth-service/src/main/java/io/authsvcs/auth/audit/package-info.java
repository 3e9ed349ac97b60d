/**
 * What happened: who did what to whom, from where, with which outcome; never a secret.
 * {@link io.authsvcs.auth.audit.Audit} is the door. An event is written in the transaction of the change that it tells of,
 * so that neither is there without the other.
 */
@NullMarked
package io.authsvcs.auth.audit;

import org.jspecify.annotations.NullMarked;
