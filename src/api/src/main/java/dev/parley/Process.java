package dev.parley;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The process that the annotated method defines. The method belongs to a CDI bean in any jar of the EAR, takes
 * {@link Steps.Of} and returns {@link Steps}. It runs once, when the EAR is deployed: what it builds is data, the same
 * definition as an operator writes in JSON, and is never replayed. What it gives as a lambda runs once for each step,
 * when the step begins, and its result is kept.
 *
 * <pre>{@code
 * @Process("place-order")
 * Steps placeOrder(Steps.Of<PlaceOrder> order) {
 *     var stock = order.step("stock", "reserve-stock", Reservation.class).input(o -> new ReserveStock(o.request().item()));
 *     var pay = order.step("pay", "take-payment", Payment.class).input(o -> new TakePayment(o.request().card()));
 *     return order.then(stock).then(pay).reply(o -> new Placed(o.reply(stock).id(), o.reply(pay).id()));
 * }
 * }</pre>
 *
 * <p>The schema of the request, and the names, kinds and order of steps, make its version. An instance that follows a
 * version whose lambda is not there any more waits for a person: its step is {@code STUCK} with
 * {@code mapping-missing}.
 *
 * @see <a href="https://www.enterpriseintegrationpatterns.com/patterns/messaging/ProcessManager.html">Hohpe and Woolf,
 *     Process Manager</a>
 */
@Documented
@SuppressWarnings("JavaLangClash") // the word of the field; nobody runs programs here
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Process {

    /** The name of the process, which is also that of the operation that begins it; as in {@link Operation#value}. */
    String value();

    /** The time that an instance has if its requester does not say, ISO 8601; without it what is configured. */
    String deadline() default "";

    /** The time that a compensation is tried again, ISO 8601; without it what is configured. */
    String compensateWithin() default "";

    /** The time after its end for which an instance can be undone, ISO 8601; without it seven days. */
    String compensable() default "";
}
