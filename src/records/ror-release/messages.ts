import { defineMessages } from '../../base/index.ts';

/** Of a release of ROR on Zenodo: what it costs, and what is wrong with what came. */
export const messages = defineMessages('ror-release', {
  cost: {
    en: ({ version, day, megabytes }: { version: string; day: string; megabytes: number }) =>
      `ROR ${version} (${day}): 1 file of ${megabytes} MB from Zenodo, free and without a key.`,
    zh: ({ version, day, megabytes }) =>
      `ROR ${version}（${day}）：从Zenodo下载1个文件，${megabytes} MB，免费，无需密钥。`,
  },
  unreachable: {
    en: ({ host, fault }: { host: string; fault: string }) =>
      `${host} cannot be reached from this machine (${fault}). Check the network, then run the same command again: what came is kept. Without ROR: --from openalex.`,
    zh: ({ host, fault }) =>
      `本机无法连接${host}（${fault}）。请检查网络后再次运行同一命令：已下载的内容会保留。不用ROR：--from openalex。`,
  },
  refused: {
    en: ({ host, status }: { host: string; status: number }) =>
      `${host} answered HTTP ${status}. Run the same command again later, or download the newest release from https://doi.org/10.5281/zenodo.6347574 and give its JSON file to build --institutions.`,
    zh: ({ host, status }) =>
      `${host}返回HTTP ${status}。请稍后再次运行同一命令，或从https://doi.org/10.5281/zenodo.6347574下载最新版，将其中的JSON文件交给build --institutions。`,
  },
  notRelease: {
    en: ({ host }: { host: string }) =>
      `The answer of ${host} is not a list of ROR releases with a zip file. Check the network for a proxy or a login page; otherwise download the newest release from https://doi.org/10.5281/zenodo.6347574.`,
    zh: ({ host }) =>
      `${host}的返回不是带zip文件的ROR版本列表。请检查网络中是否有代理或登录页；否则请从https://doi.org/10.5281/zenodo.6347574下载最新版。`,
  },
  otherBytes: {
    en: 'is not what Zenodo has: its checksum is another. It was removed; run the same command again.',
    zh: '与Zenodo上的文件不一致（校验和不同），已删除。请再次运行同一命令。',
  },
  notZip: {
    en: 'is not a zip file with one JSON file of ROR records in it. Download the release from https://doi.org/10.5281/zenodo.6347574 and unpack it by hand.',
    zh: '不是包含一个ROR记录JSON文件的zip。请从https://doi.org/10.5281/zenodo.6347574下载并手动解压。',
  },
});
