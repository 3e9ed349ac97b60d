package io.authsvcs.gateway.upstream;

import java.time.Duration;

/**
 * With an instance that has not answered yet, while another could be tried.
 *
 * @param least it is given so long
 * @param quiet and more, for as long as it is never quieter than this to probes: what it has done would be lost, and
 *     another would begin anew
 */
record Patience(Duration least, Duration quiet) {}
