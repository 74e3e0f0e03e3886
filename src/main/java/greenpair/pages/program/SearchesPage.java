package greenpair.pages.program;

import greenpair.pages.view.Form;
import greenpair.program.Searches.Searched;
import greenpair.program.Searches.StoredEdit;
import greenpair.search.EditPreview;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What people search, and what coordinators add to search.
///
/// @param days for which searches are counted; 0 if they are not
/// @param searched most frequent first
/// @param edits newest first
/// @param preview of what the form says; null before
public record SearchesPage(
    Form form,
    int days,
    List<Searched> searched,
    List<StoredEdit> edits,
    @Nullable EditPreview preview) {}
