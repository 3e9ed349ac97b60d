/**
 * {@link io.authsvcs.gateway.routing.Route} is the table of every route, on one screen: open it first. {@code Routes} are
 * the rows that {@link io.authsvcs.gateway.routing.ContractSettings} leaves on. From them come the answer to a path or
 * method that nobody serves ({@code FindRoute}), and the routes that the framework runs ({@code RoutingConfiguration}).
 * A path is compared as it is written ({@code PlainPath}).
 */
@NullMarked
package io.authsvcs.gateway.routing;

import org.jspecify.annotations.NullMarked;
