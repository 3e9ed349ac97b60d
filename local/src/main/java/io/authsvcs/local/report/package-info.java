/**
 * What a run of trials tells, whichever they are: {@link io.authsvcs.local.report.Figure} is something measured beside what
 * is promised of it, {@link io.authsvcs.local.report.Environment} says on what machine, {@link
 * io.authsvcs.local.report.Outstanding} what is left to do, and {@link
 * io.authsvcs.local.report.Published} is a report.
 */
@NullMarked
package io.authsvcs.local.report;

import org.jspecify.annotations.NullMarked;
