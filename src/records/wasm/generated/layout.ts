// Written by tools/record-fields.mjs from src/records/spec.ts and work-rows.ts: change those, and build.

export const AREAS: i32 = 7;
/** Areas of texts. */
export const FIRST_TEXT: i32 = 2;
export const AREA_TYPE: i32 = 2;
export const AREA_TITLE: i32 = 3;
export const AREA_DOI: i32 = 4;
export const AREA_UPDATED: i32 = 5;
export const AREA_SYNTHETIC: i32 = 6;

export const WORK_BYTES: usize = 48;
/** Places in the row of a work. */
export const AT_SOURCE: usize = 20;
export const AT_TOPIC: usize = 24;
export const AT_AUTHORSHIPS: usize = 28;
export const AT_AUTHORS: usize = 32;
export const AT_TEXTS: usize = 40;
