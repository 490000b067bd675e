package org.navette.drill.fuzz.topic;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.navette.drill.fuzz.values.Identifiers;
import org.navette.drill.fuzz.values.OddTexts;

/** What can be wrong with a record. */
enum RecordFault {
    NOTHING("record: nothing wrong", 3) {
        @Override
        void spoil(Making making) {
            making.mustLive();
        }
    },
    TRUNCATED("record: truncated", 5) {
        @Override
        void spoil(Making making) {
            making.value = Arrays.copyOf(making.value, making.chance.between(Frame.HEAD, making.value.length - 1));
            making.mustDie();
        }
    },
    NO_FRAME("record: too short for a frame", 2) {
        @Override
        void spoil(Making making) {
            making.value = Arrays.copyOf(making.value, making.chance.between(1, Frame.HEAD - 1));
            making.mustDie();
        }
    },
    EMPTY("record: empty", 1) {
        @Override
        void spoil(Making making) {
            making.value = new byte[0];
            making.mustDie();
        }
    },
    NOISE("record: random bytes", 4) {
        @Override
        void spoil(Making making) {
            making.value = making.chance.bytes(making.chance.between(1, 2_000));
            making.value[0] = (byte) making.chance.between(1, 255);
            making.mustDie();
        }
    },
    FRAMED_NOISE("record: random bytes in a right frame", 6) {
        @Override
        void spoil(Making making) {
            making.value = Frame.of(making.schemaId, making.chance.bytes(making.chance.between(0, 400)));
        }
    },
    CHANGED("record: some bytes changed", 8) {
        @Override
        void spoil(Making making) {
            for (var left = making.chance.between(1, 5); left > 0; left--) {
                making.value[making.chance.between(Frame.HEAD, making.value.length - 1)] =
                        (byte) making.chance.below(256);
            }
        }
    },
    UNKNOWN_SCHEMA("record: unknown schema id", 4) {
        @Override
        void spoil(Making making) {
            making.value = Frame.of(making.chance.any(SchemaIds.UNKNOWN), Frame.encoded(making.record));
            making.mustDie();
        }
    },
    OTHER_TYPE("record: another record type", 6) {
        @Override
        void spoil(Making making) {
            var others = making.schemas.byName().keySet().stream()
                    .filter(name -> !making.target.types().contains(name))
                    .toList();
            var other = making.schemas.of(making.chance.any(others));
            var record = Values.usual(other.schema(), Identifiers.ticketNumber(making.chance), making.chance);
            making.value = Frame.of(other.id(), Frame.encoded(record));
            making.dies = isReadByQuery(other.schema().getFullName())
                    ? withoutQuery(making.target.deadLetters())
                    : making.target.deadLetters();
        }
    },
    WRONG_ID("record: the id of another schema", 4) {
        @Override
        void spoil(Making making) {
            var other = making.schemas.of(
                    making.chance.any(List.copyOf(making.schemas.byName().keySet())));
            making.value = Frame.of(other.id(), Frame.encoded(making.record));
        }
    },
    PRIMITIVE("record: a text in Avro", 2) {
        @Override
        void spoil(Making making) {
            making.value = Frame.of(making.schemas.primitive(), new byte[] {4, 'h', 'i'});
            making.mustDie();
        }
    },
    FOREIGN("record: a record of somebody else's", 2) {
        @Override
        void spoil(Making making) {
            making.value = Frame.of(making.schemas.foreign(), new byte[] {4, 'h', 'i'});
            making.mustDie();
        }
    },
    JSON_SCHEMA("record: a schema that is none of Avro's", 2) {
        @Override
        void spoil(Making making) {
            making.value =
                    Frame.of(making.schemas.jsonSchema(), "{\"title\":\"fuzz\"}".getBytes(StandardCharsets.UTF_8));
            making.mustDie();
        }
    },
    NO_VALUE("record: no value", 3) {
        @Override
        void spoil(Making making) {
            making.value = null;
            if (making.target.compacted()) {
                making.mustLive();
            } else {
                making.mustDie();
            }
        }
    },
    NO_KEY("record: no key", 2) {
        @Override
        void spoil(Making making) {
            making.key = null;
            making.mustDie();
        }
    },
    WRONG_KEY("record: another's key", 5) {
        @Override
        void spoil(Making making) {
            making.key = switch (making.chance.below(4)) {
                case 0 -> new byte[0];
                case 1 -> making.chance.bytes(making.chance.between(1, 40));
                case 2 -> OddTexts.any(making.chance).getBytes(StandardCharsets.UTF_8);
                default -> Identifiers.ticketNumber(making.chance).getBytes(StandardCharsets.UTF_8);
            };
            making.mustDie();
        }
    },
    ODD_HEADERS("record: odd headers", 3) {
        @Override
        void spoil(Making making) {
            for (var name : List.of(
                    "kafka_dlt-original-topic",
                    "kafka_dlt-exception-message",
                    "__streams.errors.exception",
                    "navette-replayed-from",
                    "",
                    "é\u0000",
                    "traceparent")) {
                if (making.chance.oneIn(2)) {
                    making.headers.put(name, making.chance.bytes(making.chance.below(50)));
                }
            }
            making.mustLive();
        }
    },
    ODD_TIME("record: an odd time", 2) {
        @Override
        void spoil(Making making) {
            making.time = making.chance.any(0L, 1L, Long.MAX_VALUE, 253_402_300_800_000L, 4_102_444_800_000L);
        }
    },
    LARGE("record: a megabyte", 0) {
        @Override
        void spoil(Making making) {
            making.value = Frame.of(making.schemaId, making.chance.bytes(1_000_000));
            // Whatever it says at first, it does not say that it is that long.
        }
    },
    LARGEST("record: as large as the broker takes", 0) {
        @Override
        void spoil(Making making) {
            making.value = new byte[LARGEST_TAKEN];
            Arrays.fill(making.value, (byte) 1);
            making.mustDie();
        }
    },
    COMPRESSED("record: megabytes, compressed", 0) {
        @Override
        void spoil(Making making) {
            making.value = new byte[making.chance.any(1_500_000, 3_000_000, 12_000_000)];
            Arrays.fill(making.value, (byte) 1);
            making.compressed = true;
            making.mustDie();
        }
    };

    /** The broker's limit, message.max.bytes, without what stands around a value. */
    private static final int LARGEST_TAKEN = 1_048_588 - 250;

    private static final List<RecordFault> USUAL = Arrays.stream(values())
            .flatMap(fault -> java.util.Collections.nCopies(fault.weight, fault).stream())
            .toList();
    private static final List<RecordFault> HEAVY =
            Arrays.stream(values()).filter(fault -> fault.weight == 0).toList();

    private final String label;
    private final int weight;

    RecordFault(String label, int weight) {
        this.label = label;
        this.weight = weight;
    }

    abstract void spoil(Making making);

    String label() {
        return label;
    }

    /** Each as often as it stands there. */
    static List<RecordFault> usual() {
        return USUAL;
    }

    /** Those that cost megabytes. */
    static List<RecordFault> heavy() {
        return HEAVY;
    }

    /** It reads two topics, and may take a record of one out of the other. */
    private static boolean isReadByQuery(String type) {
        return Target.ALL.stream()
                .anyMatch(target -> target.types().contains(type)
                        && target.deadLetters().stream().anyMatch(topic -> topic.contains("-query-")));
    }

    private static Set<String> withoutQuery(Set<String> deadLetters) {
        return deadLetters.stream().filter(topic -> !topic.contains("-query-")).collect(Collectors.toSet());
    }
}
