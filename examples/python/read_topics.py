#!/usr/bin/env python3
"""Reads the topics of Navette with Confluent's own Python client and prints each record as a line of JSON.

    pip install 'confluent-kafka[avro,schemaregistry]'
    python3 read_topics.py [--bootstrap HOST:PORT] [--registry URL] [--limit N] [TOPIC ...]

Without a topic it reads all of them, from their beginning to their end as they are when it starts. Exits with 1 where a
record can't be decoded, or the broker or the registry doesn't answer.
"""
import argparse
import json
import sys

from confluent_kafka import Consumer, KafkaError, KafkaException, TopicPartition
from confluent_kafka.schema_registry import SchemaRegistryClient
from confluent_kafka.schema_registry.avro import AvroDeserializer
from confluent_kafka.serialization import MessageField, SerializationContext

TOPICS = [
    "tickets-submitted", "ticket-actions", "ticket-events", "tickets-technical-support", "tickets-business-service",
    "ticket-verdicts", "mail-deliveries", "business-objects", "organisations",
]
TIMEOUT_S = 10


def records(consumer, topic):
    """The records of a topic between its beginning and its present end."""
    partitions = consumer.list_topics(topic, TIMEOUT_S).topics[topic].partitions
    ends = {}
    for number in partitions:
        low, high = consumer.get_watermark_offsets(TopicPartition(topic, number), TIMEOUT_S)
        if low < high:
            ends[number] = high
    consumer.assign([TopicPartition(topic, number, 0) for number in ends])
    while ends:
        message = consumer.poll(TIMEOUT_S)
        if message is None:
            raise SystemExit(f"{topic}: the broker gives nothing more of the partitions {sorted(ends)}")
        if message.error() is None:
            yield message
        elif message.error().code() == KafkaError._PARTITION_EOF:
            # Behind the last transaction's marker, which is no record.
            ends.pop(message.partition(), None)
        else:
            raise KafkaException(message.error())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bootstrap", default="127.0.0.1:9092")
    parser.add_argument("--registry", default="http://127.0.0.1:8081/apis/ccompat/v7")
    parser.add_argument("--limit", type=int, help="records a topic at most")
    parser.add_argument("topics", nargs="*", default=TOPICS)
    arguments = parser.parse_args()

    decode = AvroDeserializer(SchemaRegistryClient({"url": arguments.registry, "timeout": TIMEOUT_S}))
    consumer = Consumer({
        "bootstrap.servers": arguments.bootstrap,
        "group.id": "read-topics",
        "enable.auto.commit": False,
        "enable.partition.eof": True,
        "auto.offset.reset": "earliest",
    })
    unreadable = 0
    for topic in arguments.topics:
        count = 0
        for message in records(consumer, topic):
            try:
                value = decode(message.value(), SerializationContext(topic, MessageField.VALUE))
            except Exception as error:  # reported and counted, so that the rest is still read
                unreadable += 1
                print(f"{topic}-{message.partition()}@{message.offset()}: {error}", file=sys.stderr)
                continue
            count += 1
            if arguments.limit is None or count <= arguments.limit:
                line = {"topic": topic, "key": message.key() and message.key().decode(), "value": value}
                print(json.dumps(line, ensure_ascii=False, default=str))
        print(f"{topic}: {count} records", file=sys.stderr)
    consumer.close()
    return 1 if unreadable else 0


if __name__ == "__main__":
    sys.exit(main())
