package dev.parley.web.topic;

import dev.parley.definition.DefinitionKind;
import dev.parley.message.Caller;
import dev.parley.topic.TopicKind;
import dev.parley.topic.TopicView;
import dev.parley.web.BoundedText;
import dev.parley.web.DefinitionShape;
import dev.parley.web.RecordJson;
import jakarta.json.JsonObject;

/** Topics over HTTP. */
final class TopicShape implements DefinitionShape<TopicView> {

    @Override
    public DefinitionKind<?, ?> kind() {
        return TopicKind.STORED;
    }

    @Override
    public String path() {
        return "topics";
    }

    @Override
    public BoundedText text() {
        return new BoundedText(256 * 1024);
    }

    @Override
    public String name(TopicView shown) {
        return shown.topic().name();
    }

    @Override
    public Long version(TopicView shown) {
        return shown.topic().version();
    }

    @Override
    public JsonObject body(TopicView shown, Caller caller) {
        return RecordJson.of(TopicBody.of(shown));
    }
}
