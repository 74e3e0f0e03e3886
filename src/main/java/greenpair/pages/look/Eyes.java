package greenpair.pages.look;

import greenpair.catalog.Entry;

/// What the one who asks may see of an entry beyond what everybody does.
@FunctionalInterface
public interface Eyes {
  /// The eyes of everybody.
  Eyes OPEN = open -> open;

  /// The entry as the one who asks may see it.
  ///
  /// @param open as everybody does
  Entry see(Entry open);
}
