/**
 * What administrators do, under /v1/admin: every call asks for a live token of somebody with the role {@code admin}, calls
 * one flow and renders its result, bare. Open the classes named {@code …Routes} first.
 */
@NullMarked
package io.authsvcs.auth.admin;

import org.jspecify.annotations.NullMarked;
