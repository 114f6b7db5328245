/**
 * Share is kept in whole units of 2⁻³⁰ of a work, so that sums are exact in any order on any engine and a BIGINT
 * holds eight billion works.
 */
export const WORK = 1_073_741_824;

/**
 * An author's part is split over her institutions in whole steps of 1/lcm(1..28), which is exact for up to 28
 * institutions and off by less than 10⁻¹⁰ beyond.
 */
export const AUTHOR = 80_313_433_200;
