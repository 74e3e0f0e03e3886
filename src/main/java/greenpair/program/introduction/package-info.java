/// Introductions of partners to cities: their steps and tasks, letters, and the outbox of mails.
@NullMarked
package greenpair.program.introduction;

import org.jspecify.annotations.NullMarked;
