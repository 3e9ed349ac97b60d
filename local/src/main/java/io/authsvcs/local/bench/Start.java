package io.authsvcs.local.bench;

import io.authsvcs.local.process.ProcessId;
import java.time.Duration;

/**
 * How a process came up.
 *
 * @param name of the process
 * @param ready from its start to its first good answer
 * @param cpu what it had used of the processors by then; in a cluster, by the moment when all were ready
 */
record Start(String name, ProcessId process, Duration ready, Duration cpu) {}
