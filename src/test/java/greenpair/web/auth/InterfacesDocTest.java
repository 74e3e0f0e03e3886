package greenpair.web.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// docs/interfaces.md lists each page and each part of the API that the server has, and no other.
class InterfacesDocTest {
  private static final Pattern PATH = Pattern.compile("`(?:GET |POST )?(/[^`?]*)");
  private static final Set<String> UNLISTED = Set.of("/assets");

  @Test
  void listed_areTheRoutesOfTheServer() throws IOException {
    Set<String> routes =
        RouteRules.all().keySet().stream()
            .filter(name -> isShown(name))
            .map(name -> start(name.substring(name.indexOf(' ') + 1)))
            .collect(Collectors.toCollection(TreeSet::new));
    routes.removeAll(UNLISTED);
    assertEquals(routes, listed());
  }

  @Test
  void everyPage_isListedInFull() throws IOException {
    String text = text();
    for (String name : RouteRules.all().keySet()) {
      String path = name.substring(name.indexOf(' ') + 1);
      if (name.startsWith("GET ") && !path.startsWith("/api") && !UNLISTED.contains(start(path))) {
        assertTrue(
            Pattern.compile("`(GET )?" + Pattern.quote(path) + "[`?]").matcher(text).find(), path);
      }
    }
  }

  /// Pages are read; the API is also written to.
  private static boolean isShown(String name) {
    return name.startsWith("GET /") || name.contains(" /api/v1/") || name.endsWith(" /mcp");
  }

  private static Set<String> listed() throws IOException {
    return PATH.matcher(text())
        .results()
        .map(each -> start(each.group(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The first part of a path, the first after the version for the API.
  private static String start(String path) {
    String[] parts = path.split("/", -1);
    return path.startsWith("/api/v1/") ? "/api/v1/" + parts[3] : "/" + parts[1];
  }

  private static String text() throws IOException {
    return Files.readString(Path.of("docs/interfaces.md"));
  }
}
