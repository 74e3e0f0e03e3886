package greenpair.pages.view;

import module java.base;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import greenpair.catalog.Language;
import greenpair.index.read.Snapshot;
import greenpair.message.Messages;
import org.jspecify.annotations.Nullable;

/// Renders templates. They are compiled with the program, so nothing is read or compiled at
/// runtime.
public final class Rendering {
  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Map<Language, Formats> formats = new EnumMap<>(Language.class);

  /// @param zone in which moments are shown
  public Rendering(ZoneId zone) {
    for (Language language : Language.values()) {
      formats.put(language, new Formats(language, zone));
    }
  }

  public PageText view(Visit visit, @Nullable Snapshot snapshot) {
    return new PageText(
        visit,
        Messages.of(visit.language()),
        Objects.requireNonNull(formats.get(visit.language())),
        snapshot);
  }

  public byte[] page(String template, Visit visit, Object page, @Nullable Snapshot snapshot) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    engine.render(template + ".jte", Map.of("v", view(visit, snapshot), "page", page), output);
    return output.toByteArray();
  }
}
