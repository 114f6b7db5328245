import {
  LEAF_HOST_VENUE,
  LEAF_PRIMARY_LOCATION_SOURCE,
  LEAF_PRIMARY_TOPIC,
  LEAF_TOPICS,
} from '../generated/parquet';
import { addText, beginObject, codeOf, forgetCodes, Known, newKnown, setText } from './known';
import { entered, following, NONE, textNumber } from './leaf';
import { goTo } from './seldom';
import { DISAGREE, first } from './unsupported';
import {
  HOST_VENUE_THERE,
  leafAt,
  levelAt,
  LISTED_TOPIC_THERE,
  PRIMARY_SOURCE_THERE,
  PRIMARY_TOPIC_THERE,
} from './slots';

/** Kinds of objects, in the order of `ENTITIES` of the host. */
const SOURCE: i32 = 1;
const TOPIC: i32 = 2;

const SOURCE_TEXTS: u32 = 3;
const TOPIC_TEXTS: u32 = 8;

let sources: Known = changetype<Known>(0);
let topics: Known = changetype<Known>(0);

export function beginEntities(): void {
  sources = newKnown(SOURCE);
  topics = newKnown(TOPIC);
}

export function forgetEntities(): void {
  forgetCodes(sources);
  forgetCodes(topics);
}

/**
 * Puts down the next text of each leaf from a slot on. They must agree on whether their object is there, which is from the
 * level `far` on: gives what they say, −1 without leaves.
 */
function readFields(slot: usize, count: u32, far: i32): i32 {
  let met: i32 = -1;
  beginObject();
  for (let i: u32 = 0; i < count; i++) {
    const leaf = leafAt(slot + usize(i));
    if (changetype<usize>(leaf) == 0) addText(NONE);
    else {
      addText(leaf.text());
      const said = min(i32(entered), far);
      if (said != met) met = first(met, said, DISAGREE);
    }
  }
  return met;
}

/** The code of the next row's source: that of the primary location or, in old records, the host venue; 0 without one. */
export function readSource(): i32 {
  const primary = sourceOf(LEAF_PRIMARY_LOCATION_SOURCE, PRIMARY_SOURCE_THERE);
  const code = primary ? codeOf(sources) : 0;
  return sourceOf(LEAF_HOST_VENUE, HOST_VENUE_THERE) && !primary ? codeOf(sources) : code;
}

export function passSource(): void {
  sourceOf(LEAF_PRIMARY_LOCATION_SOURCE, PRIMARY_SOURCE_THERE);
  sourceOf(LEAF_HOST_VENUE, HOST_VENUE_THERE);
}

/** Puts down the next source at a slot; whether there is one. */
function sourceOf(slot: usize, there: usize): bool {
  const far = i32(levelAt(there));
  const met = readFields(slot, SOURCE_TEXTS, far);
  const issns = leafAt(slot + usize(SOURCE_TEXTS));
  addText(0);
  if (changetype<usize>(issns) == 0) return met == far;
  let count = 0;
  let issn = issns.text();
  const said = min(i32(entered), far);
  if (said != met) first(met, said, DISAGREE);
  while (true) {
    if (issn != NONE) {
      addText(issn);
      count++;
    }
    if (following == 0) break;
    issn = issns.text();
  }
  setText(SOURCE_TEXTS, count);
  return said == far;
}

/** The code of the next row's topic: the primary one or, in old records, the first of those there are; 0 without one. */
export function readTopic(): i32 {
  return primaryTopic() || firstListed() ? codeOf(topics) : 0;
}

export function passTopic(): void {
  primaryTopic();
}

function primaryTopic(): bool {
  const far = i32(levelAt(PRIMARY_TOPIC_THERE));
  return readFields(LEAF_PRIMARY_TOPIC, TOPIC_TEXTS, far) == far;
}

/** Puts down the first of the row's topics; false where there is none. */
function firstListed(): bool {
  const level = levelAt(LISTED_TOPIC_THERE);
  let nth = NONE;
  for (let i: u32 = 0; i < TOPIC_TEXTS; i++) {
    const leaf = leafAt(LEAF_TOPICS + usize(i));
    setText(i, NONE);
    if (changetype<usize>(leaf) == 0) continue;
    goTo(leaf);
    let entry = 0;
    do {
      const defined = leaf.goOn();
      if (nth == NONE && defined >= level) nth = entry;
      if (entry == nth && defined == leaf.greatest) setText(i, textNumber(leaf));
      entry++;
    } while (leaf.ahead() > 0);
    // The first leaf tells where the topic stands, and whether the others are needed.
    if (nth == NONE) return false;
  }
  return nth != NONE;
}
