package greenpair.cli.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Language;
import greenpair.message.Message;
import greenpair.message.MessageException;
import greenpair.program.database.ProgramException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FailuresTest {
  private static String reported(Exception e, int code, Language language) {
    StringWriter err = new StringWriter();
    assertEquals(code, Failures.report(e, "greenpair x", language, new PrintWriter(err, true)));
    return err.toString();
  }

  private static ProgramException database(@Nullable Exception cause) {
    return new ProgramException(Message.of("program.closed", "data", "x"), cause);
  }

  @Test
  void readOnlyFolder_isOneLineThatSaysWhatToDo_howeverDeepItIsNested() {
    FileSystemException cause = new FileSystemException("/data", null, "Read-only file system");
    for (Exception e :
        List.of(
            cause,
            new UncheckedIOException(cause),
            database(cause),
            new IllegalStateException("writer", new IOException("merge", cause)))) {
      assertEquals(
          "greenpair: /data is on a read-only file system: name a folder that can be written with"
              + " --data, or mount it for writing\n",
          reported(e, Exit.FAILURE, Language.EN));
      assertTrue(reported(e, Exit.FAILURE, Language.ZH).contains("/data所在的文件系统为只读"));
    }
  }

  @Test
  void folderInTheWay_isNamed() {
    assertEquals(
        "greenpair: /out already exists: name another file\n",
        reported(new DirectoryNotEmptyException("/out"), Exit.BAD_DATA, Language.EN));
  }

  @Test
  void fullDisk_andDatabase_areOneLine() {
    Exception full = new UncheckedIOException(new IOException("x: No space left on device"));
    assertTrue(reported(full, Exit.FAILURE, Language.EN).startsWith("greenpair: the disk is full"));
    assertEquals(1, reported(full, Exit.FAILURE, Language.EN).lines().count());
    Exception database = database(null);
    assertEquals(
        "greenpair: the programme data at x is closed\n",
        reported(database, Exit.FAILURE, Language.EN));
    assertEquals("greenpair: 项目办数据x已关闭\n", reported(database, Exit.FAILURE, Language.ZH));
  }

  @Test
  void message_isInTheLanguageOfTheTerminal_andABugHasItsTrace() {
    Exception bad = new MessageException(Message.of("check.required"));
    assertEquals("greenpair: 为必填项\n", reported(bad, Exit.BAD_DATA, Language.ZH));
    String bug = reported(new IllegalStateException("broken"), Exit.FAILURE, Language.EN);
    assertTrue(bug.contains("\tat "), bug);
  }
}
