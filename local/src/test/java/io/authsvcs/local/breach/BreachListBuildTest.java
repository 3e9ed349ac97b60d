package io.authsvcs.local.breach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnels;
import io.authsvcs.common.BreachListHeader;
import io.authsvcs.local.fault.Fault;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BreachListBuildTest {
    /** Instances read this very file in a test of their own. */
    private static final String OF_THREE = "YXV0aGJybDEAAAAAAAAAAz9QYk3S8an8AQoAAAABMZUgqQxnGuYAAAAActOjNw==";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFileIsTheSameForEachFormOfAList() throws IOException {
        String plain = "correct horse\ncafe\u0301 noir\ntr0ub4dor&3\n";
        String hashed = sha1("correct horse") + "\r\n" + sha1("caf\u00e9 noir").toUpperCase(Locale.ROOT) + "\r\n"
                + sha1("tr0ub4dor&3");
        String counted =
                sha1("correct horse") + ":7\n\n" + sha1("caf\u00e9 noir") + ":1\n" + sha1("tr0ub4dor&3") + ":12";

        for (String list : List.of(plain, hashed, counted)) {
            assertThat(build(list, 1).passwords()).isEqualTo(3);
            assertThat(Base64.getEncoder().encodeToString(Files.readAllBytes(made())))
                    .isEqualTo(OF_THREE);
        }
    }

    @Test
    void whatWasSeenMoreSeldomIsLeftOut() throws IOException {
        assertThat(build(sha1("a") + ":7\n" + sha1("b") + ":6\nplain\n", 7).passwords())
                .isEqualTo(1);

        assertThat(filter().mightContain(BreachListHeader.digest("a"))).isTrue();
        assertThat(filter().mightContain(BreachListHeader.digest("b"))).isFalse();
    }

    @Test
    void blanksBelongToAPasswordAndWhatIsNoTextIsLeftOut() throws IOException {
        Files.write(list(), new byte[] {' ', 'a', ' ', '\n', (byte) 0xff, '\n', '\n', 'b'});

        assertThat(build(1).passwords()).isEqualTo(2);
        assertThat(filter().mightContain(BreachListHeader.digest(" a "))).isTrue();
    }

    @Test
    void anEmptyListMakesAFileOfNone() throws IOException {
        assertThat(build("", 1)).isEqualTo(new BreachListHeader(0, 0.001));
        assertThat(filter().mightContain(BreachListHeader.digest(""))).isFalse();
    }

    @Test
    void progressGoesTwiceThroughTheList() throws IOException {
        List<Long> told = new ArrayList<>();
        Files.writeString(list(), "ab\ncd\n");

        new BreachListBuild(0.001, 1, told::add).run(list(), made());

        assertThat(told).containsExactly(3L, 6L, 9L, 12L);
    }

    @Test
    void aFileIsThereWholeOrNotAtAll() throws IOException {
        build("a", 1);

        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(list(), made());
        }
        assertThatThrownBy(() -> new BreachListBuild(0.001, 1, read -> {}).run(folder.resolve("none"), made()))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("can't be read");
        assertThatThrownBy(() -> new BreachListBuild(0.001, 1, read -> {}).run(list(), folder.resolve("no/where")))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("can't be written");
    }

    private BreachListHeader build(String text, long atLeast) throws IOException {
        Files.writeString(list(), text);
        return build(atLeast);
    }

    private BreachListHeader build(long atLeast) {
        return new BreachListBuild(0.001, atLeast, read -> {}).run(list(), made());
    }

    private BloomFilter<byte[]> filter() throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(made())));
        BreachListHeader.readFrom(in);
        return BloomFilter.readFrom(in, Funnels.byteArrayFunnel());
    }

    private Path list() {
        return folder.resolve("list.txt");
    }

    private Path made() {
        return folder.resolve("breached.bin");
    }

    private static String sha1(String password) {
        return HexFormat.of().formatHex(BreachListHeader.digest(password));
    }
}
