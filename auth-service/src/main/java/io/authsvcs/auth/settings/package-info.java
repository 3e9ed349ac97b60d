/**
 * How an operator learns that a setting is missing or wrong: the records that hold settings, each in the room that it
 * serves, throw {@link io.authsvcs.common.InvalidSetting}, and the start ends with its sentences.
 */
@NullMarked
package io.authsvcs.auth.settings;

import org.jspecify.annotations.NullMarked;
