package io.authsvcs.gateway.format;

import io.authsvcs.common.Status;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** A whole answer, as a rule of an instance. Whoever has it must write it or release it. */
public record Answer(int status, HttpHeaders headers, DataBuffer body) {
    private static final NettyDataBufferFactory BUFFERS = new NettyDataBufferFactory(UnpooledByteBufAllocator.DEFAULT);

    /**
     * One of the gateway itself.
     *
     * @param json a JSON object, the result of the envelope
     */
    public static Answer of(Status status, String json) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return new Answer(status.code(), headers, BUFFERS.wrap(json.getBytes(StandardCharsets.UTF_8)));
    }

    public void release() {
        DataBufferUtils.release(body);
    }
}
