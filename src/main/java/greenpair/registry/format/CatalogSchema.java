package greenpair.registry.format;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import greenpair.message.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/// Checks a line against the JSON Schema of the catalog format, independently of the code of
/// [CatalogJson]. A schema cannot know whether a code or an id exists, nor compare two fields; it
/// is also the contract for programs that write catalogs.
public final class CatalogSchema {
  private final Schema schema;

  /// @param file the schema, see
  ///     [ConfigFolder.schema][greenpair.registry.config.ConfigFolder#schema]
  /// @throws IllegalArgumentException if it is missing or no schema
  public CatalogSchema(Path file) {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    try {
      this.schema =
          SchemaRegistry.withDefaultDialect(
                  SpecificationVersion.DRAFT_2020_12,
                  builder -> builder.schemaRegistryConfig(config))
              .getSchema(Files.readString(file));
      schema.initializeValidators();
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(file + " does not exist; the schema is needed", e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    } catch (SchemaException | JacksonException e) {
      throw new IllegalArgumentException(file + " is not a JSON Schema: " + e.getMessage(), e);
    }
  }

  /// The errors of a line by the schema; empty if it is valid.
  public List<Message> problems(byte[] line) {
    List<Message> problems = new ArrayList<>();
    try {
      ObjectNode object = StrictJson.object(line, problems);
      if (object != null) {
        schema.validate(object).forEach(error -> problems.add(message(error)));
      }
    } catch (StrictJson.Broken e) {
      problems.add(e.problem());
    }
    return problems;
  }

  private static Message message(Error error) {
    String place = error.getInstanceLocation().toString();
    return place.isEmpty()
        ? Message.of("line.other", "problem", error.getMessage())
        : Message.of("line.schema", "path", place, "problem", error.getMessage());
  }
}
