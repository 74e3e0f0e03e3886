package greenpair.web.assistant;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An address of the API in the making.
final class ApiAddress {
  private final String path;
  private final List<String> pairs = new ArrayList<>();

  ApiAddress(String path) {
    this.path = path;
  }

  void add(String name, @Nullable Object value) {
    if (value != null) {
      pairs.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
    }
  }

  void addAll(String name, List<String> values) {
    values.forEach(each -> add(name, each));
  }

  @Override
  public String toString() {
    return pairs.isEmpty() ? path : path + "?" + String.join("&", pairs);
  }
}
