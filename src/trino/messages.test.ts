import { expect, it } from 'vitest';
import { type Message, renderBoth } from '../base/index.ts';
import { messages } from './messages.ts';

it.each<[Message, string, string]>([
  [
    messages.inUse({ schema: 'hive.lake', builder: { process: 7, host: 'lab', silent: 5 }, deadAfter: 120 }),
    'hive.lake is in use by another build (process 7 of lab, last sign of life 5 s ago). Wait for it or stop it, or choose another schema with --schema. A build that was killed on another machine counts as ended 120 s after its last sign of life.',
    'hive.lake正由另一构建（lab上的进程7，最近一次活动信号在5秒前）使用。请等待其结束或将其停止，或用--schema另取架构名。在其他机器上被终止的构建，最后一次信号120秒后即视为已结束。',
  ],
  [
    messages.unknownCatalog({ catalog: 'hiev', catalogs: ['hive', 'tpch'] }),
    'the cluster has no catalog hiev. It has: hive, tpch.',
    '集群没有目录hiev。其中有：hive、tpch。',
  ],
  [
    messages.noAnswer({ server: 'http://c', fault: 'connection refused' }),
    'the cluster at http://c does not answer (“connection refused”). Check --server, --user and the credentials, and that the cluster is running.',
    '集群http://c无响应（“connection refused”）。请检查--server、--user与凭据，以及集群是否在运行。',
  ],
])('what is wrong with a cluster is said in both languages: %j', (message, en, zh) => {
  expect(renderBoth(message)).toEqual({ en, zh });
});
