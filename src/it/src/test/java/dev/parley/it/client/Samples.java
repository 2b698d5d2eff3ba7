package dev.parley.it.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/** The sample operations in the EAR, and requests to them. */
public final class Samples {

    public static final String PLACE_ORDER = "place-order";
    public static final String TAKE_PAYMENT = "take-payment";
    public static final String RESERVE_STOCK = "reserve-stock";
    public static final String RELEASE_STOCK = "release-stock";
    public static final String BOOK_COURIER = "book-courier";
    public static final String PRINT_LABEL = "print-label";
    public static final String RECORD_VISIT = "record-visit";
    public static final String BARGAIN = "bargain";
    public static final String BARGAIN_QUICKLY = "bargain-quickly";
    public static final String COUNT_EFFECTS = "count-effects";

    /** More than is in any stock. */
    public static final int TOO_MANY = 1_000_000;

    private Samples() {}

    /** An id that nobody has used. */
    public static String fresh(String prefix) {
        return prefix + "-" + UUID.randomUUID();
    }

    /** The name of a reply queue that nobody has used and that this user may use. */
    public static String freshReplyQueue(String owner) {
        return "reply." + owner + "." + UUID.randomUUID();
    }

    /** The name of a queue that nobody has used and that paul may use to provide under that name. */
    public static String freshProviderQueue(String name) {
        return "provider.paul." + fresh(name);
    }

    public static String order() {
        return order("lamp");
    }

    public static String order(String item) {
        return Json.object("customer", "Ada", "item", item, "quantity", 2);
    }

    /** An order of which the field {@code quantity} is wrong. */
    public static String orderOfTheWrongType() {
        return Json.object("customer", "Ada", "item", "lamp", "quantity", "two");
    }

    public static String payment(String card) {
        return Json.object("orderId", fresh("order"), "amount", 12.5, "card", card);
    }

    public static String goodCard() {
        return "5100000000000001";
    }

    public static String declinedCard() {
        return "4000000000000002";
    }

    public static String reservation(int quantity) {
        return Json.object("item", "lamp", "quantity", quantity);
    }

    public static String courier(int seconds) {
        return Json.object("orderId", fresh("order"), "address", "1 Loop Road", "seconds", seconds);
    }

    /** A label whose printing fails so many times; 100 means always. */
    public static String label(int failures) {
        return Json.object("orderId", fresh("order"), "failures", failures);
    }

    /** An offer; the shop wants 100, meets in the middle, and takes what is within 5 of its price. */
    public static String offer(int price) {
        return Json.object("item", "lamp", "price", price);
    }

    public static String visit() {
        return Json.object("page", "/" + fresh("page"));
    }

    /** How many effects a message had in the database. */
    public static int effects(HttpParticipant participant, String messageId) {
        HttpAnswer answer = participant
                .operation(COUNT_EFFECTS)
                .body(Json.object("messageId", messageId))
                .prefer("wait=20")
                .send();
        if (answer.status() == 202) {
            // After a kill, beside a test that fills the disk, it may take longer
            answer = participant.awaitFinal(participant.conversationAt(answer.conversationId()));
        }
        JsonNode count = answer.json().path("reply").path("count");
        if (!count.isIntegralNumber()) {
            throw new AssertionError("Effects cannot be counted: " + answer);
        }
        return count.intValue();
    }
}
