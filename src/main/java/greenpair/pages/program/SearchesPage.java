package greenpair.pages.program;

import greenpair.pages.view.Form;
import greenpair.program.Searches.StoredEdit;
import java.util.List;

/// What coordinators add to search.
///
/// @param edits newest first
public record SearchesPage(Form form, List<StoredEdit> edits) {}
