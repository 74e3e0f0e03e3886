package greenpair.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The OpenAPI 3.1 document: written by hand in YAML, served as JSON.
final class OpenApi {
  private static final String RESOURCE = "openapi.yaml";

  private OpenApi() {}

  /// The document as UTF-8.
  static byte[] json() {
    try (InputStream in =
        Objects.requireNonNull(OpenApi.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      return new JsonMapper().writeValueAsBytes(new YAMLMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
