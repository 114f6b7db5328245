/** What the host does: it knows what an object means, and writes files. */

/**
 * The code that the object in these bytes has in this segment, 0 where it means nothing. `kept` says that the scanner
 * remembers the object under the next number of its kind, and will ask for it by that number.
 */
export declare function learn(kind: i32, from: usize, to: usize, kept: bool): i32;

/** The code in this segment of an object interned before. */
export declare function recall(kind: i32, entry: u32): i32;

/** The code of an author without institutions, from the bytes of `countries`; both 0 where there are none. */
export declare function nowhere(from: usize, to: usize): i32;

/**
 * The code of what the strings say that were put at `addressSpans`, each by where it begins and ends between its quotes, beside an
 * institution; `shared` where others of the author have one of them too.
 */
export declare function address(institution: i32, shared: bool, count: u32): i32;

/** The same where nobody can tell which string belongs to the institution. */
export declare function unpaired(institution: i32): i32;

/** Takes what was written into an area so far. All areas with something in them come in turn, that of works first. */
export declare function flush(area: i32, from: usize, to: usize): void;
