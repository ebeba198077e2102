package io.streamgauge.schemas.serde;

import org.apache.avro.Schema;

/**
 * Which schema does an id in a record stand for, and which id does a schema have? Implementations may be shared between
 * threads, and answer the same question twice without asking the registry twice.
 *
 * <p>Every method throws {@link RegistryUnavailableException} when nobody could answer. That says nothing about the record at
 * hand: stop or try again, never reject the record.
 */
public interface SchemaRegistry {

    /**
     * Makes the schema a version of the subject unless it is one already.
     *
     * @return the schema's id, the same under every subject
     * @throws RefusedSchemaException if the subject's compatibility level forbids the schema
     */
    int register(String subject, Schema schema) throws RefusedSchemaException;

    /**
     * Looks the schema up without writing anything.
     *
     * @throws UnknownSchemaException if the schema is no version of the subject
     */
    int idOf(String subject, Schema schema) throws UnknownSchemaException;

    /**
     * The schema that records with this id were written with.
     *
     * @throws UnknownSchemaException if there is none, or none that can be used: not Avro, invalid, or too large
     */
    Schema byId(int id) throws UnknownSchemaException;
}
