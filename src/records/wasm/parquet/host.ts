/** What the host of the leaves does: it reads files, and knows what texts and objects mean. */

/** Gives the leaf its next page (by `turnTo`, and `dictionary` before it); false after the last. */
export declare function page(leaf: usize): bool;

/** Opens the pages of a leaf that is only read where it is asked for. */
export declare function open(leaf: usize): void;

/** Ends the reading: the file is the engine's to judge. Does not come back. */
export declare function unsupported(what: i32): void;

export declare function isUtf8(from: usize, to: usize): bool;

/** Takes in what an object means, of which these are the numbers of its texts; gives its own number, which is the next of its kind. */
export declare function learn(kind: i32, at: usize, size: u32): i32;

/** The code in this segment of an object that was taken in, 0 where it means nothing. */
export declare function recall(kind: i32, number: i32): i32;

/** The code of an author without institutions, by the number of the text of her country, or `NONE`. */
export declare function countryOf(text: i32): i32;

/** The number in an id that is written unusually, 0 where it is none; exact, as all numbers of ids are. */
export declare function idOf(from: usize, to: usize, letter: u32): f64;

/** The number in an id of an institution, −1 where it is none; exact, as all numbers of ids are. */
export declare function institutionNumber(from: usize, to: usize): f64;

/** The code of what strings say beside an institution, which stand here with a zero between two. */
export declare function address(institution: i32, shared: bool, from: usize, to: usize): i32;

/** The code where strings and institutions cannot be paired. */
export declare function unpaired(institution: i32): i32;

/** What a text means where that is not plain to see. Each is put at `scratch`; gives its bytes, 0 where it means nothing. */
export declare function typeOf(text: i32): u32;
export declare function textOf(area: i32, from: usize, to: usize): u32;
export declare function momentOf(value: f64, leaf: usize): u32;
