/**
 * Messages to people. {@link io.authsvcs.auth.outbox.Outbox} is the door: a message is added in the transaction of the
 * change that it tells of, and delivered afterwards, at least once, by any instance. {@code Postmen} take what is due,
 * {@code Delivery} brings one message to the {@code Mailbox}, which is an SMTP server or a folder, and notes how it went.
 *
 * <p>A row says who gets which kind of message. The text, and the token in it, is made at delivery ({@code Letters}) and
 * kept nowhere.
 */
@NullMarked
package io.authsvcs.auth.outbox;

import org.jspecify.annotations.NullMarked;
