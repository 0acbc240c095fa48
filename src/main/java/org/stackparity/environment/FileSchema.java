package org.stackparity.environment;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The published JSON Schema of a file. Beside the standard's keywords it has two of its own: {@code errorMessage}, what
 * was expected, as editors show it too; and {@code x-reference}, whether <code>${env:NAME}</code> is read there.
 */
final class FileSchema {
    static final String EXPECTED = "errorMessage";
    static final String REFERENCE = "x-reference";
    private static final Dialect DIALECT = Dialect.builder(Dialects.getDraft202012())
            .keyword(new NonValidationKeyword(EXPECTED))
            .keyword(new NonValidationKeyword(REFERENCE))
            .format(new NetworkFormat())
            .build();

    private final JsonNode document;
    private final Schema schema;

    private FileSchema(JsonNode document) {
        this.document = document;
        this.schema = SchemaRegistry.withDialect(DIALECT).getSchema(document);
    }

    static FileSchema of(PairFile.Kind kind) {
        String resource = kind.schema() + ".schema.json";
        try (InputStream in = FileSchema.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The class path has no " + resource + " beside " + FileSchema.class + ".");
            }
            return new FileSchema(JsonMapper.shared().readTree(in));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    List<Error> validate(JsonNode content) {
        return schema.validate(
                content, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    SchemaPart root() {
        return new SchemaPart(document, document);
    }

    /** The part of the schema that holds the keyword that an error is about. */
    SchemaPart holderOf(Error error) {
        NodePath location = error.getSchemaLocation().getFragment();
        JsonNode holder = document;
        for (int step = 0; step < location.getNameCount() - 1; step++) {
            Object element = location.getElement(step);
            holder = element instanceof Integer index ? holder.path(index) : holder.path(element.toString());
        }
        return new SchemaPart(document, holder);
    }
}
