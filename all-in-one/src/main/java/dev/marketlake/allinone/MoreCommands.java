package dev.marketlake.allinone;

import java.util.List;

/** Commands of a module above this one, found by {@link java.util.ServiceLoader}. */
public interface MoreCommands {

    /** Objects of picocli command classes. */
    List<Object> commands();
}
