package greenpair.cli.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import module java.base;

import greenpair.SmallConfiguration;
import greenpair.registry.config.ConfigFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A configuration whose files change while they are read, and one that is asked for again.
class CommandWiringTest {
  @TempDir private Path config;

  @BeforeEach
  void copy() throws IOException {
    SmallConfiguration.copyTo(config);
  }

  @Test
  void folder_readAgain_isReadOnlyIfAFileChanged() throws IOException {
    CommandWiring read = CommandWiring.read(config);
    assertSame(read, CommandWiring.read(config));
    change("phrases.yaml", "# later");
    CommandWiring changed = CommandWiring.read(config);
    assertNotSame(read, changed);
    assertEquals(new ConfigFolder(config).digest(), changed.configuration());
  }

  /// The digest of an answer must describe the rules that made it, also when a file changes while
  /// the folder is read.
  @Test
  void folder_changedWhileItIsRead_isReadAgain() {
    ConfigFolder folder = spy(new ConfigFolder(config));
    doAnswer(
            read -> {
              Object vocabulary = read.callRealMethod();
              change("phrases.yaml", "# later");
              return vocabulary;
            })
        .doCallRealMethod()
        .when(folder)
        .vocabulary(any());
    CommandWiring read = CommandWiring.read(config, folder, null);
    assertEquals(new ConfigFolder(config).digest(), read.configuration());
    verify(folder, times(2)).vocabulary(any());
  }

  @Test
  void folder_thatNeverRests_isRefusedWithANextStep() {
    ConfigFolder folder = spy(new ConfigFolder(config));
    doAnswer(
            read -> {
              change("phrases.yaml", "# again");
              return read.callRealMethod();
            })
        .when(folder)
        .vocabulary(any());
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> CommandWiring.read(config, folder, null));
    assertTrue(String.valueOf(e.getMessage()).contains("try again"), e.getMessage());
  }

  private void change(String file, String line) throws IOException {
    Files.writeString(config.resolve(file), "\n" + line + "\n", StandardOpenOption.APPEND);
  }
}
