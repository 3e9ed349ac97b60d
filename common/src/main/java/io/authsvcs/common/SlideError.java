package io.authsvcs.common;

import io.authsvcs.common.Contract.FieldFault;
import java.util.List;
import java.util.Map;

/** An error of seed 003's API: {@code {"status":"error","message":…,"data":{field:[sentences]}}}. */
public record SlideError(String status, String message, Map<String, List<String>> data) {
    static SlideError of(String sentence, List<FieldFault> faults) {
        return new SlideError("error", sentence, FieldFault.byField(faults));
    }
}
