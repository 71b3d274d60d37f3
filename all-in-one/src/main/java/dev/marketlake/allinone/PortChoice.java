package dev.marketlake.allinone;

import dev.marketlake.allinone.suite.Ports;

/** The words of {@code --ports}. */
enum PortChoice {
    standard(Ports.Choice.STANDARD),
    free(Ports.Choice.FREE);

    private final Ports.Choice choice;

    PortChoice(Ports.Choice choice) {
        this.choice = choice;
    }

    Ports.Choice choice() {
        return choice;
    }
}
