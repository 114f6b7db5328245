// Starts a cluster of Trino on this machine and stops it with Ctrl-C.
//   node tools/trino/start.mjs [--workers 2] [--memory 2G]
import { parseArgs } from 'node:util';
import { startTrino } from './cluster.mjs';

const { values } = parseArgs({
  options: { workers: { type: 'string', default: '2' }, memory: { type: 'string', default: '2G' } },
});

const ending = new Promise((resolve) =>
  ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach((signal) => process.once(signal, resolve)),
);
try {
  const starting = startTrino({ workers: Number(values.workers), memory: values.memory });
  const cluster = await Promise.race([starting, ending.then(() => null)]);
  if (cluster === null) process.exit(130);
  console.log(`server   ${cluster.server}`);
  console.log('catalog  hive');
  console.log(`storage  ${cluster.storage}`);
  console.log(`workers  ${cluster.workers.join(' ')}`);
  console.log('Ctrl-C stops it.');
  await ending;
  await cluster.stop();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
