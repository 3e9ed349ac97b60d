package io.authsvcs.auth.throttle;

import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.caller.Device;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.token.DeviceTokens;
import io.authsvcs.auth.token.PasswordMarks;
import io.authsvcs.common.AddressRange;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a try counts for. */
@Component
class Buckets {
    private final ThrottleSettings settings;
    private final List<AddressRange> exempt;
    private final DeviceTokens deviceTokens;
    private final PasswordMarks passwordMarks;

    Buckets(ThrottleSettings settings, DeviceTokens deviceTokens, PasswordMarks passwordMarks) {
        this.settings = settings;
        this.exempt = settings.exemptRanges();
        this.deviceTokens = deviceTokens;
        this.passwordMarks = passwordMarks;
    }

    /** None where the operator has exempted its address. */
    List<Bucket> of(Try attempt) {
        Optional<InetAddress> address = address(attempt.caller());
        return address.filter(this::isExempt).isPresent()
                ? List.of()
                : ofDevice(attempt).map(List::of).orElseGet(() -> ofStranger(attempt, Network.of(address)));
    }

    /** The network's alone; none where the operator has exempted its address. */
    List<Bucket> of(Caller caller) {
        Optional<InetAddress> address = address(caller);
        return address.filter(this::isExempt).isPresent()
                ? List.of()
                : List.of(bucket(Scope.NETWORK, Network.of(address).text()));
    }

    private static Optional<InetAddress> address(Caller caller) {
        return caller.address().flatMap(AddressRange::address);
    }

    /** Whoever tries a code has proved the password, from wherever it may be tried without end. */
    Bucket ofCode(Subject owner) {
        return bucket(Scope.CODE, owner.toString());
    }

    private boolean isExempt(InetAddress address) {
        return exempt.stream().anyMatch(range -> range.contains(address));
    }

    /** The device of anybody else is none. */
    private Optional<Bucket> ofDevice(Try attempt) {
        return attempt.account() instanceof Account.Known(var subject)
                ? attempt.caller()
                        .device()
                        .map(Device::text)
                        .flatMap(text -> deviceTokens.read(text, subject))
                        .map(device -> bucket(Scope.DEVICE, subject.toString(), device.toString()))
                : Optional.empty();
    }

    private List<Bucket> ofStranger(Try attempt, Network network) {
        String account = attempt.account().name();
        return Stream.of(
                        bucket(Scope.NETWORK, network.text()),
                        bucket(Scope.ACCOUNTS_OF_NETWORK, network.text()),
                        bucket(Scope.ACCOUNT_AND_NETWORK, account, network.text()),
                        bucket(Scope.ACCOUNT, account),
                        bucket(
                                Scope.PASSWORD,
                                passwordMarks.of(attempt.password().text())))
                .filter(bucket -> bucket.scope() != Scope.ACCOUNT || isPossible(attempt.account()))
                .toList();
    }

    /** What all the world mistypes is nobody's, whom nobody guesses. */
    private static boolean isPossible(Account account) {
        return !(account instanceof Account.Impossible);
    }

    private Bucket bucket(Scope scope, String... parts) {
        return Bucket.of(scope, settings.of(scope), parts);
    }
}
