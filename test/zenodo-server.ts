import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { crc32, deflateRawSync } from 'node:zlib';

export interface Release {
  readonly version: string;
  readonly zip: Buffer;
  /** Another checksum than that of the file. */
  readonly md5?: string;
}

export interface ZenodoOptions {
  readonly release: Release;
  /** Closes the connection half way through so many answers with the file. */
  readonly cuts?: number;
  /** Whether a part of the file can be asked for. */
  readonly givesParts?: boolean;
}

/** A server that lists one release of ROR and gives its file, as Zenodo does. */
export async function zenodoServer(options: ZenodoOptions) {
  const state = { ...options };
  /** The range of each request for the file; null for all of it. */
  const ranges: (string | null)[] = [];
  const server = createServer((request, response) => {
    const { version, zip, md5 = createHash('md5').update(zip).digest('hex') } = state.release;
    if (request.url !== '/file') {
      const files = [
        {
          key: `${version}-2026-11-20-ror-data.zip`,
          size: zip.length,
          checksum: `md5:${md5}`,
          links: { self: `${base()}/file` },
        },
      ];
      const metadata = { version, publication_date: '2026-11-20' };
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ hits: { hits: [{ doi: '10.5281/zenodo.1', metadata, files }], total: 1 } }));
      return;
    }
    const range = request.headers.range ?? null;
    ranges.push(range);
    const from = state.givesParts === false ? 0 : Number(/^bytes=([0-9]+)-$/.exec(range ?? '')?.[1] ?? 0);
    const body = zip.subarray(from);
    response.writeHead(from > 0 ? 206 : 200, { 'content-length': String(body.length) });
    if (ranges.length <= (state.cuts ?? 0))
      response.write(body.subarray(0, body.length / 2), () => {
        // Otherwise the reader may see the end of the connection before the bytes.
        setTimeout(() => request.socket.destroy(), 100);
      });
    else response.end(body);
  });
  const base = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `${base()}/releases`,
    ranges,
    state,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A zip file of these texts, deflated. */
export function zipOf(texts: Readonly<Record<string, string>>): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(texts)) {
    const [bytes, title] = [Buffer.from(text), Buffer.from(name)];
    const packed = deflateRawSync(bytes);
    // From *version needed* to the length of the extra field: the same in both headers.
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, title, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, title);
    files.push(local);
    at += local.length;
  }
  const all = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(all.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, all, end]);
}
