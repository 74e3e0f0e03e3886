/// Threads of a server that work beside requests: [RepeatingThread] repeats tasks, and
/// [ThreadPriority] lets them give way.
package greenpair.background;
