/**
 * `synopolis/effects`: econometrics for flows between places. Empty until its own issue lands; the entry point
 * stands so that the package's exports are complete from the first release.
 */
export {};
