/**
 * Certificates for tests that speak TLS, made for the moment: {@link io.authsvcs.common.certificate.TestAuthority} gives
 * {@link io.authsvcs.common.certificate.TestCertificate}s, which {@code Der} spells.
 */
@NullMarked
package io.authsvcs.common.certificate;

import org.jspecify.annotations.NullMarked;
