package dev.parley.bench.renewal;

import dev.parley.bench.Figures;

/** Parley alone: there is nothing beside it. */
enum RenewalSide implements Figures.Column {
    PARLEY;

    @Override
    public String title() {
        return "Parley";
    }
}
