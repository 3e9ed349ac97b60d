package io.authsvcs.auth.http;

import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FaultCode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON as strangers send it: one object, UTF-8, no duplicate keys, no deep nests, no text that a database can't hold. */
@Component
class JsonText {
    private static final int DEEPEST = 32;

    /** In characters, as are the next two: no number that a call reads has a third of them. */
    private static final int LONGEST_NUMBER = 64;

    private static final int LONGEST_NAME = 128;

    /** As long as a whole body may be on most calls. */
    private static final int LONGEST_STRING = 64 * 1024;

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxNameLength(LONGEST_NAME)
                            .maxStringLength(LONGEST_STRING)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    ObjectNode parse(byte[] bytes) {
        ObjectNode object = object(utf8(bytes));
        checkTexts(object);
        return object;
    }

    private ObjectNode object(String text) {
        try {
            if (mapper.readTree(text) instanceof ObjectNode object) {
                return object;
            }
            throw new Fault(text.isBlank() ? FaultCode.EMPTY_BODY : FaultCode.BODY_NO_OBJECT);
        } catch (StreamReadException malformed) {
            throw new Fault(isDuplicate(malformed) ? FaultCode.DUPLICATE_KEY : FaultCode.MALFORMED_BODY, malformed);
        } catch (JacksonException malformed) {
            throw new Fault(FaultCode.MALFORMED_BODY, malformed);
        }
    }

    // Jackson has no type of its own for it.
    private static boolean isDuplicate(StreamReadException failure) {
        return failure.getOriginalMessage().startsWith("Duplicate");
    }

    /** PostgreSQL's text can't hold NUL, and a lone surrogate is no UTF-8: neither may get that far, in a key or value. */
    void checkTexts(JsonNode node) {
        if (node.isString()) {
            checkText(node.stringValue());
        }
        if (node instanceof ObjectNode object) {
            object.propertyNames().forEach(JsonText::checkText);
        }
        node.forEach(this::checkTexts);
    }

    private static void checkText(String text) {
        boolean storable =
                text.indexOf('\0') < 0 && text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
        if (!storable) {
            throw new Fault(FaultCode.BODY_TEXT);
        }
    }

    // Jackson would also take UTF-16 and UTF-32, and put up with some broken UTF-8.
    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new Fault(FaultCode.BODY_NOT_UTF8, malformed);
        }
    }
}
