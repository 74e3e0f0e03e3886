package greenpair.cli.app;

import greenpair.catalog.Entry;
import greenpair.catalog.EntryCodec;
import greenpair.web.http.Json;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Option;

/// `--json` of a command whose result has no HTTP answer of its own.
public final class JsonOption {
  @Option(names = "--json")
  private boolean json;

  public boolean isGiven() {
    return json;
  }

  /// Prints the document if `--json` was given, otherwise the text.
  public void print(Object document, String text) {
    Output.print(
        json
            ? new String(new Json(NO_ENTRIES).write(document, null), StandardCharsets.UTF_8) + "\n"
            : text);
  }

  private static final EntryCodec NO_ENTRIES =
      new EntryCodec() {
        @Override
        public byte[] encode(Entry entry) {
          throw new IllegalStateException("no entry was expected, but there was " + entry.id());
        }

        @Override
        public Entry decode(byte[] bytes) {
          throw new IllegalStateException("no entry was expected");
        }
      };
}
