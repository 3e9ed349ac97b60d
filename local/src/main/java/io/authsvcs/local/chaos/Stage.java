package io.authsvcs.local.chaos;

import io.authsvcs.local.ClusterStatus;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * What an experiment has to know of a cluster.
 *
 * @param gateways their URLs
 * @param status a look at everything
 * @param logins how many logins of these users, by id, the audit trail has
 */
record Stage(List<URI> gateways, Supplier<ClusterStatus> status, ToLongFunction<List<String>> logins) {}
