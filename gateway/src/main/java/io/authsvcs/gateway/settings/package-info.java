/**
 * A settings record that finds itself wrong throws an {@link io.authsvcs.common.InvalidSetting}, and the
 * operator reads its two sentences, instead of a stack trace, from {@code InvalidSettingAnalyzer}.
 */
@NullMarked
package io.authsvcs.gateway.settings;

import org.jspecify.annotations.NullMarked;
