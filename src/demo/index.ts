export { DEMONSTRATION, shippedWorld, writeDemonstration } from './demonstrate.ts';
export type { Demonstration, DemonstrationParameters } from './demonstrate.ts';
export type { WorldCity } from './geography.ts';
export { worldCities, worldRegions } from './places.ts';
export { drawTruth, type Direction, type RegionTruth, type WorldRegion } from './truth.ts';
export { generateWorld, institutionLines, type World, type WorldParameters } from './world.ts';
export { partName, workLines, writePart, writeSurroundings } from './write.ts';
export type { WorksParameters, WrittenPart } from './write.ts';
export * from './real/index.ts';
