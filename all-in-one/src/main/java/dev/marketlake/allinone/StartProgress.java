package dev.marketlake.allinone;

import dev.marketlake.allinone.suite.Component;
import dev.marketlake.allinone.suite.StartEvent;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A line per component as it comes up, with the time since the start. */
final class StartProgress implements Consumer<StartEvent> {
    private final Terminal terminal;
    private final Set<Component> awaited = EnumSet.noneOf(Component.class);

    StartProgress(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void accept(StartEvent event) {
        switch (event) {
            case StartEvent.Launched launched -> awaited.add(launched.component());
            case StartEvent.Ready ready -> {
                awaited.remove(ready.component());
                terminal.print(line(ready));
            }
        }
        if (!awaited.isEmpty()) {
            terminal.show("        waiting for: "
                    + awaited.stream().map(Component::title).collect(Collectors.joining(", ")));
        }
    }

    static String line(StartEvent.Ready ready) {
        return String.format(
                Locale.ROOT,
                "%6.1f s  %-16s  %s",
                ready.after().toMillis() / 1000.0,
                ready.component().title(),
                ready.where());
    }
}
