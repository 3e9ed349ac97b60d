package io.authsvcs.gateway.format;

import io.authsvcs.common.Status;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.nio.charset.StandardCharsets;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.NettyDataBufferFactory;

/** Around what an instance says of a token that is valid. */
@State(Scope.Thread)
public class EnvelopeBenchmark {
    private final NettyDataBufferFactory buffers = new NettyDataBufferFactory(UnpooledByteBufAllocator.DEFAULT);
    private final byte[] result = """
            {"valid":true,"reason":null,"subject":"01890a5d-ac96-774b-bcce-b302099a8057","session":\
            "01890a5d-ac96-774b-bcce-b302099a8058","roles":["user"],"expiresAt":"2026-01-01T00:00:00Z"}""".getBytes(StandardCharsets.UTF_8);

    /** @return how many bytes an answer has */
    @Benchmark
    public int aroundAResult() {
        DataBuffer answer = Results.envelop(Status.OK, buffers.wrap(result), buffers);
        int length = answer.readableByteCount();
        DataBufferUtils.release(answer);
        return length;
    }
}
