// Gets what a cluster of Trino needs on this machine. Ends with 1, and the reason as its last line, where it cannot be had.
//   node tools/trino/get.mjs [--within SECONDS]
import { totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { TRINO, trinoServer } from './archive.mjs';
import { findJava } from './java.mjs';

/** Bytes: two clusters of three servers each, while a test loses a worker. */
const MEMORY = 8e9;

const { values } = parseArgs({ options: { within: { type: 'string', default: '1800' } } });
try {
  if (totalmem() < MEMORY)
    throw new Error(`clusters need a machine of ${MEMORY / 1e9} GB, and this is a smaller one`);
  findJava(TRINO.java);
  console.log(await trinoServer({ within: 1000 * Number(values.within) }));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
