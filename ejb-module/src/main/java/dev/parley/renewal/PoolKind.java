package dev.parley.renewal;

import dev.parley.definition.DefinitionKind;
import dev.parley.message.Problem;
import java.time.Instant;

/** Pools, as a kind of definitions: everybody sees them, who defined one and operators change it. */
public final class PoolKind implements DefinitionKind<PoolDefinition, Pool> {

    /** The one instance. */
    public static final PoolKind POOLS = new PoolKind();

    private PoolKind() {}

    @Override
    public String noun() {
        return "pool";
    }

    @Override
    public PoolDefinition read(String name, String text) {
        return PoolDefinitionReader.read(name, text);
    }

    @Override
    public String text(PoolDefinition definition) {
        return definition.toJson();
    }

    @Override
    public Pool defined(
            String name, long version, String owner, PoolDefinition definition, Instant updatedAt, String updatedBy) {
        return new Pool(name, version, owner, definition, updatedAt, updatedBy);
    }

    @Override
    public Problem unknown(String name) {
        return RenewalProblems.poolUnknown(name);
    }

    @Override
    public Problem notYours(String name) {
        return RenewalProblems.poolNotYours(name);
    }

    @Override
    public String reference(String name) {
        return noun() + ":" + name;
    }

    @Override
    public Problem tooMany(int most) {
        return RenewalProblems.poolsTooMany(most);
    }
}
