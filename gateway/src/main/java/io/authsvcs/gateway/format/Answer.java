package io.authsvcs.gateway.format;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;

/** A whole answer of an instance. Whoever has it must write it or release it. */
public record Answer(int status, HttpHeaders headers, DataBuffer body) {
    void release() {
        DataBufferUtils.release(body);
    }
}
