package io.authsvcs.local.chaos;

/** What an act writes down. */
record Notes(Sights sights, Figures figures) {}
