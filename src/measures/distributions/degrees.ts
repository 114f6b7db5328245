/** @throws RangeError unless 0 < ν ≤ 2·10¹⁰, as far as the incomplete functions are right */
export function checkDegreesOfFreedom(degrees: number): void {
  if (!(degrees > 0 && degrees <= 2e10))
    throw new RangeError(`degrees of freedom must lie above 0 and not above 2e10, got ${degrees}`);
}
