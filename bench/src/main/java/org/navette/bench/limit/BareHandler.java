package org.navette.bench.limit;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.navette.bench.stack.Stack;
import org.navette.messages.TicketSubmitted;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * What accepting a ticket costs at the least on this web stack: bind, look at the fields, encode, publish, answer on the
 * broker's acknowledgement. Argument: {@code publish}, or {@code encode} to leave the broker out.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@RestController
public class BareHandler {

    private static final int BATCH_BYTES = 16 * 1024;
    private static final int LONGEST_SECONDS = 10;

    private final Serializer<TicketSubmitted> values = Setting.wireFormat().serializer();
    private final Producer<String, byte[]> producer =
            new KafkaProducer<>(Setting.producer(0, BATCH_BYTES), new StringSerializer(), new ByteArraySerializer());
    private final AtomicLong numbers =
            new AtomicLong(ThreadLocalRandom.current().nextLong(1L << 40) << 20);
    private final boolean publishes = Boolean.getBoolean("bench.publish");

    public static void main(String[] args) {
        System.setProperty("bench.publish", String.valueOf(args[0].equals("publish")));
        var application = new SpringApplication(BareHandler.class);
        application.setDefaultProperties(Map.of(
                "server.address",
                Setting.variable("SERVER_ADDRESS"),
                "server.port",
                Setting.variable("SERVER_PORT"),
                "server.tomcat.max-keep-alive-requests",
                "-1",
                "spring.main.banner-mode",
                "off"));
        application.run(args);
    }

    record Accepted(String number, String status) {}

    /** With its own thread, as intake does: to give it back and to ask for another costs more. */
    @PostMapping("/api/tickets")
    ResponseEntity<Accepted> accept(@RequestBody Submission submission)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (!submission.isValid()) {
            return ResponseEntity.badRequest().build();
        }
        var number = Long.toHexString(numbers.incrementAndGet());
        var value = values.serialize(Stack.HANDLER_TOPIC, submission.submitted(number));
        if (publishes) {
            producer.send(new ProducerRecord<>(Stack.HANDLER_TOPIC, number, value))
                    .get(LONGEST_SECONDS, TimeUnit.SECONDS);
        }
        return ResponseEntity.accepted().body(new Accepted(number, "accepted"));
    }
}
