/**
 * What every record of the generator says of itself, in the field `synthetic`: works and institutions alike. It travels
 * with the records, so that whoever reads, filters or mixes them knows that they are made up.
 */
export const SYNTHETIC = 'synthetic demonstration';
