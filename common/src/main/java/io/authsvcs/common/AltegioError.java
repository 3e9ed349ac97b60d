package io.authsvcs.common;

import io.authsvcs.common.Contract.FieldFault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error of seed 000: {@code {"success":false,"data":null,"meta":{"message":…}}}. Its 404 has an empty meta; field errors
 * are {@code meta.errors}, each field with its sentences.
 */
public record AltegioError(boolean success, @Nullable Object data, Object meta) {
    static AltegioError of(Status status, String sentence, List<FieldFault> faults) {
        return new AltegioError(false, null, status == Status.NOT_FOUND ? List.of() : meta(sentence, faults));
    }

    private static Map<String, Object> meta(String sentence, List<FieldFault> faults) {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("message", sentence);
        if (!faults.isEmpty()) {
            meta.put("errors", FieldFault.byField(faults));
        }
        return meta;
    }
}
