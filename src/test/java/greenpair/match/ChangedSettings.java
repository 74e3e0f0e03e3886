package greenpair.match;

import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.config.Problems;
import greenpair.config.Settings;
import greenpair.match.settings.RankingSettings;
import greenpair.match.signal.Signals;
import greenpair.registry.config.ConfigFolder;
import org.junit.jupiter.api.io.TempDir;

/// Changes the project's own settings and reads them again.
abstract class ChangedSettings {
  @TempDir Path folder;

  /// The faults of a file of the project in which some texts are replaced: what, by what, and so
  /// on.
  final List<String> faults(String file, BiConsumer<Settings, Problems> reader, String... changes)
      throws IOException {
    String text = Files.readString(Given.CONFIGURATION.resolve(file));
    for (int i = 0; i < changes.length; i += 2) {
      String what = changes[i];
      assertTrue(text.contains(what), () -> file + " no longer contains " + what);
      text = text.replaceFirst(java.util.regex.Pattern.quote(what), changes[i + 1]);
    }
    Files.writeString(folder.resolve(file), text);
    return faults(file, reader);
  }

  final List<String> faults(String file, BiConsumer<Settings, Problems> reader) {
    Problems problems = new Problems();
    reader.accept(new ConfigFolder(folder).settings(file, problems), problems);
    // Lines move with every edit of the project's files; BadConfigurationTest looks at them.
    return problems.list().stream()
        .map(each -> each.replaceFirst(" \\(line [0-9]+\\)$", ""))
        .toList();
  }

  static RankingSettings ranking(Settings settings, Problems problems) {
    return RankingSettings.read(settings, Signals.BY_SIDE, problems);
  }
}
