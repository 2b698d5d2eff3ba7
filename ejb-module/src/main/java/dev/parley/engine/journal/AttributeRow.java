package dev.parley.engine.journal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something that a conversation is found by. It never changes. */
@Entity
@Table(name = "parley_attribute")
@IdClass(AttributeRow.Key.class)
class AttributeRow {

    @Id
    @Column(name = "conversation_id")
    private String conversationId;

    @Id
    private String name;

    @Column(name = "content")
    private String value;

    protected AttributeRow() {}

    AttributeRow(String conversationId, String name, String value) {
        this.conversationId = conversationId;
        this.name = name;
        this.value = value.replace('\0', ' ');
    }

    /** An attribute of a conversation. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private @Nullable String conversationId;
        private @Nullable String name;

        protected Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && Objects.equals(name, key.name)
                    && Objects.equals(conversationId, key.conversationId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(conversationId, name);
        }
    }
}
