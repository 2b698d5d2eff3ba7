package dev.parley.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.message.JsonText;
import dev.parley.message.Refusal;
import dev.parley.slip.seal.Seals;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SlipTextTest {

    private static final Instant UNTIL = Given.NOW.plusSeconds(60);

    private final SlipText texts = new SlipText(Given.SEALS);
    private final SlipPolicy policy = new SlipPolicy(SlipLimits.DEFAULT, Given.OFFERS);

    /** After its first step, with a log. */
    private final Slip slip = policy.decide(
                    Given.slip(
                            "[{'operation':'stamp','arguments':{'d':{'$':'/variables/doc'}},'as':'stamped','timeout':'PT1M'},{'operation':'archive','mayRevise':true}]",
                            "{'doc':'ä','n':0.5}"),
                    new SlipEvent.Replied(Given.json("{'number':7}")),
                    Given.NOW)
            .slip();

    @Test
    void whatIsWrittenIsRead() {
        assertThat(read(write(slip))).isEqualTo(slip);
        SlipHead head = slip.head();
        SlipEvents events = SlipEvents.all(dev.parley.message.Address.queue("reply.x"));
        Slip told = new Slip(
                new SlipHead(head.id(), head.originator(), head.correlationId(), head.expiresAt(), true, events, 3),
                slip.itinerary(),
                slip.place(),
                slip.log(),
                slip.variables(),
                null);
        assertThat(read(write(told))).isEqualTo(told);
        Slip back = policy.decide(slip, new SlipEvent.Failed(Given.json("{'type':'urn:parley:fault:full'}")), Given.NOW)
                .slip();
        assertThat(back.place()).isEqualTo(Place.back(0));
        assertThat(read(write(back))).isEqualTo(back);
    }

    @Test
    void theOrderOfMembersDoesNotMatter() {
        ObjectNode turned = JsonText.parseExactly("{}").deepCopy();
        ObjectNode json = object(write(slip));
        java.util.List<String> names = new java.util.ArrayList<>();
        json.fieldNames().forEachRemaining(name -> names.add(0, name));
        names.forEach(name -> turned.set(name, json.get(name)));

        assertThat(read(turned.toPrettyString())).isEqualTo(slip);
    }

    @Test
    void nobodyChangesTheRouteTheVariablesOrTheLog() {
        refused(json -> ((ObjectNode) json.path("itinerary").get(1)).put("operation", "check"));
        refused(json -> json.withArray("itinerary").remove(1));
        refused(json -> json.withObject("variables").put("doc", "b"));
        refused(json -> json.withArray("log").removeAll());
        refused(json -> ((ObjectNode) json.path("log").get(0).path("undo")).put("reply", 8));
        refused(json -> json.put("position", 0));
        refused(json -> json.put("direction", "back"));
        refused(json -> json.put("originator", "user:mallory"));
        refused(json -> json.put("expiresAt", "2099-01-01T00:00:00Z"));
        refused(json -> json.put("anything", 1));
        refused(json -> json.remove("signature"));
        refused(json -> json.put("signature", "eyJhbGciOiJub25lIn0.."));
    }

    @Test
    void aSlipOfForeignKeysIsNone() {
        String foreign = new SlipText(Seals.of(Seals.newKeySet("test"))).write(slip, Given.NOW, UNTIL);

        assertThatThrownBy(() -> read(foreign)).isInstanceOf(Refusal.class);
    }

    @Test
    void whatIsNoSlipAtAllIsRefusedAsOne() {
        for (String text :
                new String[] {"{\"slip\":1}", "{\"slip\":1,\"signature\":2}", "{\"slip\":null,\"signature\":\"..\"}"}) {
            assertThatThrownBy(() -> read(text)).as(text).isInstanceOfSatisfying(Refusal.class, r -> assertThat(
                            r.problem().name())
                    .isEqualTo("slip-invalid"));
        }
    }

    /** Even who has a key cannot leave out what was done. */
    @Test
    void aLogWithAGapIsNoneWhoeverSignedIt() {
        Slip twice = policy.decide(slip, new SlipEvent.Replied(Given.json("{}")), Given.NOW)
                .slip();
        Slip gap = new Slip(
                twice.head(), twice.itinerary(), slip.place(), twice.log().subList(1, 2), twice.variables(), null);

        assertThat(read(write(
                        new Slip(twice.head(), twice.itinerary(), slip.place(), twice.log(), twice.variables(), null))))
                .isNotNull();
        assertThatThrownBy(() -> read(write(gap))).isInstanceOf(Refusal.class);
    }

    @Test
    void aSlipIsToldFromAnOrder() {
        assertThat(SlipText.json(write(slip))).isPresent();
        for (String text : new String[] {"", "{}", "[]", "null", "no JSON", "{\"slip\":", "{\"itinerary\":[]}"}) {
            assertThat(SlipText.json(text)).as(text).isEmpty();
        }
    }

    /** By then it is not known any more whether it was here. */
    @Test
    void anOldSlipIsNotReadAgain() {
        String text = write(slip);

        assertThat(texts.read(object(text), UNTIL)).isEqualTo(new SlipText.Sealed(slip, UNTIL));
        assertThatThrownBy(() -> texts.read(object(text), UNTIL.plusMillis(1))).isInstanceOf(Refusal.class);
        refused(json -> json.put("readUntil", "2099-01-01T00:00:00Z"));
    }

    private Slip read(String text) {
        return texts.read(object(text), Given.NOW).slip();
    }

    private String write(Slip which) {
        return texts.write(which, Given.NOW, UNTIL);
    }

    private void refused(Consumer<ObjectNode> change) {
        ObjectNode json = object(write(slip));
        JsonNode before = json.deepCopy();
        change.accept(json);
        assertThat(json).isNotEqualTo(before);
        assertThatThrownBy(() -> read(json.toString())).as(json.toString()).isInstanceOf(Refusal.class);
    }

    private static ObjectNode object(String text) {
        return (ObjectNode) JsonText.parseExactly(text);
    }
}
