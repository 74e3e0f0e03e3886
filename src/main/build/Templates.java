import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Path;

/// Turns the templates of the pages into Java classes: `Templates.java FROM TO`, two folders.
class Templates {
  public static void main(String[] arguments) {
    TemplateEngine engine =
        TemplateEngine.create(
            new DirectoryCodeResolver(Path.of(arguments[0])),
            Path.of(arguments[1]),
            ContentType.Html,
            null,
            "gg.jte.generated.precompiled");
    engine.setTrimControlStructures(true);
    engine.generateAll();
  }
}
