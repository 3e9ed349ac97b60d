/**
 * The documents of the login APIs (docs/contracts) as tests read them. Open
 * {@link io.authsvcs.common.document.ContractDocument} first: it reads the {@linkplain io.authsvcs.common.document.Example
 * examples} of a document, each with what it is {@linkplain io.authsvcs.common.document.Given given}, a request and its
 * answer. {@link io.authsvcs.common.document.Replay} sends them to a running product,
 * {@link io.authsvcs.common.document.Comparison} says how its answers differ, and
 * {@link io.authsvcs.common.document.Deviations} where our examples may differ from what was
 * {@linkplain io.authsvcs.common.document.Published published}.
 */
@NullMarked
package io.authsvcs.common.document;

import org.jspecify.annotations.NullMarked;
