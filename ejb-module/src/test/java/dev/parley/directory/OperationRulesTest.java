package dev.parley.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.CompensatedBy;
import dev.parley.Exchange;
import dev.parley.Operation;
import dev.parley.Subscribe;
import dev.parley.Turn;
import dev.parley.Undo;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@SuppressWarnings({"unused", "rawtypes", "EffectivelyPrivate"})
class OperationRulesTest {

    public record Order(String item) {}

    public record Receipt(String id) {}

    @Test
    void everyAllowedSignatureIsAccepted() {
        class Allowed {
            @Operation("nothing")
            void nothing() {}

            @Operation("request")
            Receipt request(Order order) {
                return new Receipt(order.item());
            }

            @Operation("exchange")
            public void exchange(Exchange exchange) {}

            @Operation("both")
            protected JsonObject both(JsonObject order, Exchange exchange) {
                return order;
            }
        }
        assertThat(problems(Allowed.class)).isEmpty();
        assertThat(OperationMethods.of(Allowed.class)).hasSize(4);
    }

    @Test
    void aMethodThatSubscribesIsCalledByTopicAndName() {
        class Listening {
            @Subscribe(topic = "orders", name = "billing", from = "beginning")
            void bill(Order order, Exchange exchange) {}
        }
        assertThat(problems(Listening.class)).isEmpty();
        OperationMethod method = new OperationMethod(
                Listening.class, OperationMethods.of(Listening.class).get(0), false);
        assertThat(method.name()).isEqualTo("orders.billing");
    }

    @Test
    void whoSubscribesTakesNoTurns() {
        class Talking {
            @Subscribe(topic = "orders", name = "billing")
            Turn<Receipt, Void> bill(Order order) {
                return Turn.last(new Receipt(order.item()));
            }
        }
        assertThat(problems(Talking.class)).singleElement().asString().contains("return nothing");
    }

    @Test
    void everyAllowedTurnIsAccepted() {
        class Talking {
            @Operation("request")
            Turn<Receipt, Void> request(Order order) {
                return Turn.last(new Receipt(order.item()));
            }

            @Operation(value = "state", turnTimeout = "PT10M")
            Turn<Receipt, Order> state(Order order, Order before) {
                return Turn.next(new Receipt(order.item()), order);
            }

            @Operation("exchange")
            Turn<JsonObject, Order> exchange(JsonObject order, Exchange exchange) {
                return Turn.last(order);
            }

            @Operation("all")
            Turn<Receipt, JsonObject> all(Order order, JsonObject before, Exchange exchange) {
                return Turn.next(new Receipt(order.item()), before);
            }
        }
        assertThat(problems(Talking.class)).isEmpty();
    }

    @Test
    void everyForbiddenTurnIsAProblemThatSaysWhatToWrite() {
        class Stammering {
            @Operation("raw")
            Turn raw(Order order) {
                return Turn.last("");
            }

            @Operation("text")
            Turn<String, Void> text(Order order) {
                return Turn.last("");
            }

            @Operation("nothing")
            Turn<Receipt, Void> nothing() {
                return Turn.last(new Receipt(""));
            }

            @Operation("other")
            Turn<Receipt, Order> other(Order order, Receipt before) {
                return Turn.last(before);
            }

            @Operation("order")
            Turn<Receipt, Order> order(Order order, Exchange exchange, Order before) {
                return Turn.last(new Receipt(""));
            }

            @Operation(value = "soon", turnTimeout = "soon")
            Turn<Receipt, Void> soon(Order order) {
                return Turn.last(new Receipt(""));
            }

            @Operation(value = "silent", turnTimeout = "PT1S")
            void silent(Order order) {}

            @Operation("undone")
            @CompensatedBy("silent")
            Turn<Receipt, Void> undone(Order order) {
                return Turn.last(new Receipt(""));
            }
        }
        assertThat(problems(Stammering.class))
                .hasSize(8)
                .anyMatch(p -> p.contains("'raw'") && p.contains("write Turn<Reply, State>"))
                .anyMatch(p -> p.contains("'text'") && p.contains("write Turn<Reply, State>"))
                .anyMatch(p -> p.contains("'nothing'") && p.contains("(Request, State, Exchange)"))
                .anyMatch(p -> p.contains("'other'"))
                .anyMatch(p -> p.contains("'order'"))
                .anyMatch(p -> p.contains("'soon'") && p.contains("PT10M"))
                .anyMatch(p -> p.contains("'silent'") && p.contains("return dev.parley.Turn"))
                .anyMatch(p -> p.contains("undone") && p.contains("takes turns has many replies"));
    }

    @Test
    void everyForbiddenSignatureIsAProblemThatSaysWhatToWrite() {
        class Forbidden {
            @Operation("text")
            void text(String order) {}

            @Operation("order")
            void order(Exchange exchange, Order order) {}

            @Operation("two")
            void two(Order order, Order other) {}

            @Operation("three")
            void three(Order order, Exchange exchange, Exchange again) {}

            @Operation("twice")
            void twice(Exchange exchange, Exchange again) {}

            @Operation("primitive")
            int primitive() {
                return 1;
            }
        }
        assertThat(problems(Forbidden.class))
                .hasSize(6)
                .anyMatch(p -> p.contains("'text'") && p.contains("(Request, Exchange), in this order"))
                .anyMatch(p -> p.contains("'order'"))
                .anyMatch(p -> p.contains("'two'"))
                .anyMatch(p -> p.contains("'three'"))
                .anyMatch(p -> p.contains("'twice'"))
                .anyMatch(p -> p.contains("'primitive'") && p.contains("returns int; it must return a record"));
    }

    static class Modifiers {
        @Operation("static")
        static void forAll() {}

        @Operation("private")
        private void hidden() {}

        @Operation("final")
        final void fixed() {}
    }

    @Test
    void whatNoProxyCanCallIsAProblem() {
        assertThat(problems(Modifiers.class))
                .hasSize(3)
                .anyMatch(p -> p.contains("'static'") && p.contains("must not be static"))
                .anyMatch(p -> p.contains("'private'") && p.contains("must not be private"))
                .anyMatch(p -> p.contains("'final'") && p.contains("must not be final"));
    }

    record NotPublic(String text) {}

    public record Holder(List<NotPublic> list) {}

    @Test
    void recordsThatJsonBindingCannotReachAreAProblem() {
        class Unreachable {
            @Operation("request")
            void request(NotPublic request) {}

            @Operation("nested")
            Holder nested() {
                return new Holder(List.of());
            }
        }
        assertThat(problems(Unreachable.class))
                .hasSize(2)
                .allMatch(p -> p.contains("NotPublic") && p.contains("make it a public record"));
    }

    @Test
    void methodsOfSessionBeansArePublic() {
        class Session {
            @Operation("hidden")
            void hidden() {}

            @Operation("business")
            public void business() {}
        }
        List<OperationMethod> methods = OperationMethods.of(Session.class).stream()
                .map(method -> new OperationMethod(Session.class, method, true))
                .toList();
        assertThat(OperationRules.problems(methods))
                .singleElement()
                .asString()
                .contains("'hidden'")
                .contains("must be public");
    }

    @Test
    void operationsThatLeaveTheEnginesTransactionAreAProblem() {
        @Transactional(Transactional.TxType.REQUIRES_NEW)
        class Leaving {
            @Operation("leaves")
            void leaves() {}

            @Operation("stays")
            @Transactional(Transactional.TxType.REQUIRED)
            void stays() {}

            @Operation("refuses")
            @TransactionAttribute(TransactionAttributeType.NEVER)
            void refuses() {}
        }
        assertThat(problems(Leaving.class))
                .hasSize(2)
                .allMatch(problem -> problem.contains("must run in the engine's transaction"))
                .noneMatch(problem -> problem.contains("stays"));
    }

    @Test
    void namesAreChecked() {
        class Names {
            @Operation("")
            void empty() {}

            @Operation("place order")
            void space() {}

            @Operation("a/b")
            void slash() {}

            @Operation("Aa-1._")
            void good() {}
        }
        assertThat(problems(Names.class)).hasSize(3).allMatch(p -> p.contains("1 to 100 letters"));
        assertThat("a".repeat(100)).matches(Signature.NAME);
        assertThat("a".repeat(101)).doesNotMatch(Signature.NAME);
        assertThat(".").doesNotMatch(Signature.NAME);
        assertThat("..").doesNotMatch(Signature.NAME);
        assertThat("...").matches(Signature.NAME);
    }

    @Test
    void twoMethodsForOneNameAreNamedBoth() {
        class First {
            @Operation("same")
            void one() {}
        }
        class Second {
            @Operation("same")
            void two() {}
        }
        assertThat(problems(First.class, Second.class))
                .singleElement()
                .asString()
                .contains("First.one()", "Second.two()", "'same'", "remove all but one");
    }

    @Test
    void aCompensationMustExistAndTakeWhatWasReturned() {
        class Compensations {
            @Operation("lost")
            @CompensatedBy("nowhere")
            Receipt lost() {
                return new Receipt("");
            }

            @Operation("self")
            @CompensatedBy("self")
            void self() {}

            @Operation("wrong")
            @CompensatedBy("undo-order")
            Receipt wrong() {
                return new Receipt("");
            }

            @Operation("nothing-returned")
            @CompensatedBy("undo-order")
            void nothingReturned() {}

            @Operation("undo-order")
            void undoOrder(Order order) {}
        }
        assertThat(problems(Compensations.class))
                .hasSize(4)
                .anyMatch(p -> p.contains("\"nowhere\"") && p.contains("no such operation"))
                .anyMatch(p -> p.contains("cannot undo itself"))
                .anyMatch(p -> p.contains(".wrong()") && p.contains("must take " + Receipt.class.getName()))
                .anyMatch(p -> p.contains(".nothingReturned()") && p.contains("must take no request"));
    }

    @Test
    void aCompensationMayTakeTheSameJsonOrNothing() {
        class Compensations {
            @Operation("a")
            @CompensatedBy("same")
            Receipt a() {
                return new Receipt("");
            }

            @Operation("b")
            @CompensatedBy("json")
            Receipt b() {
                return new Receipt("");
            }

            @Operation("c")
            @CompensatedBy("nothing")
            void c() {}

            @Operation("same")
            void same(Receipt receipt) {}

            @Operation("json")
            void json(JsonObject receipt) {}

            @Operation("nothing")
            void nothing(Exchange exchange) {}
        }
        assertThat(problems(Compensations.class)).isEmpty();
    }

    @Test
    void aCompensationMayTakeRequestReplyAndOutcome() {
        class Compensations {
            @Operation("a")
            @CompensatedBy("both")
            Receipt a(Order order) {
                return new Receipt("");
            }

            @Operation("b")
            @CompensatedBy("none")
            void b() {}

            @Operation("c")
            @CompensatedBy("other")
            Receipt c(Order order) {
                return new Receipt("");
            }

            @Operation("both")
            void both(Undo<Order, JsonObject> undo) {}

            @Operation("none")
            void none(Undo<Void, Void> undo, Exchange exchange) {}

            @Operation("other")
            void other(Undo<Receipt, Receipt> undo) {}
        }
        assertThat(problems(Compensations.class)).singleElement().satisfies(p -> assertThat(p)
                .contains("\"other\"")
                .contains("must take Undo<" + Order.class.getName() + ", " + Receipt.class.getName() + ">"));
    }

    abstract static class Parent<R> {
        @Operation("inherited")
        void inherited() {}

        @Operation("replaced")
        void replaced() {}

        @Operation("silenced")
        void silenced() {}

        @Operation("generic")
        abstract void generic(R request);
    }

    static class Child extends Parent<Order> {
        @Override
        @Operation("replaced-by-child")
        void replaced() {}

        @Override
        void silenced() {}

        @Override
        @Operation("generic")
        void generic(Order request) {}
    }

    /** The compiler makes bridges in a public class for the public methods of one that is not. */
    static class Hidden {
        @Operation("bridged")
        public void bridged() {}
    }

    public static class Visible extends Hidden {}

    @Test
    void aBridgeDoesNotHideWhatItCalls() {
        assertThat(operations(Visible.class).map(OperationMethod::name)).containsExactly("bridged");
    }

    @Test
    void inheritedMethodsCountAndOverriddenOnesDoNot() {
        assertThat(operations(Child.class).map(OperationMethod::name))
                .containsExactlyInAnyOrder("inherited", "replaced-by-child", "generic");
        assertThat(problems(Child.class)).isEmpty();
    }

    private static List<String> problems(Class<?>... beans) {
        return OperationRules.problems(
                Stream.of(beans).flatMap(OperationRulesTest::operations).toList());
    }

    private static Stream<OperationMethod> operations(Class<?> bean) {
        return OperationMethods.of(bean).stream().map(method -> new OperationMethod(bean, method, false));
    }
}
