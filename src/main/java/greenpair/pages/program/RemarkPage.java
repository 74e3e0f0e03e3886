package greenpair.pages.program;

import greenpair.catalog.Text;
import greenpair.pages.view.Form;
import org.jspecify.annotations.Nullable;

/// The form for a pin, a veto or a note.
///
/// @param sort one of the words of [greenpair.program.Remark.Sort] in capitals
/// @param city null for a remark about an entry in general
/// @param need null for the whole city
/// @param entry null for a note about the city or the need itself
public record RemarkPage(
    Form form,
    String back,
    String sort,
    @Nullable Text city,
    @Nullable Text need,
    @Nullable Text entry) {}
