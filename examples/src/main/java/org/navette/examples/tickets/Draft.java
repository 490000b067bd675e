package org.navette.examples.tickets;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;

/** A submission that is being put together: the body of {@code POST /api/tickets}. */
final class Draft {

    private final Map<String, Object> body = new LinkedHashMap<>();

    Draft with(String path, Object value) {
        Map<String, Object> at = body;
        String[] names = path.split("\\.");
        for (int i = 0; i < names.length - 1; i++) {
            at = object(at, names[i]);
        }
        at.put(names[names.length - 1], value);
        return this;
    }

    Draft without(String path) {
        Map<String, Object> at = body;
        String[] names = path.split("\\.");
        for (int i = 0; i < names.length - 1; i++) {
            at = object(at, names[i]);
        }
        at.remove(names[names.length - 1]);
        return this;
    }

    String language() {
        return String.valueOf(body.get("language"));
    }

    byte[] json(ObjectMapper mapper) {
        return mapper.writeValueAsBytes(body);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<String, Object> in, String name) {
        return (Map<String, Object>) in.computeIfAbsent(name, missing -> new LinkedHashMap<String, Object>());
    }
}
