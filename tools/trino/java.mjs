// The Java that runs a server of Trino.
import { existsSync, readFileSync, readdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

/** Where systems keep theirs, one folder a version. */
const FOLDERS = [
  '/usr/lib/jvm',
  '/opt/java',
  '/Library/Java/JavaVirtualMachines',
  join(homedir(), '.sdkman/candidates/java'),
];

/** The newest Java of at least `oldest` on this machine; throws with what was found where none is new enough. */
export function findJava(oldest, env = process.env) {
  const found = [...new Set(homes(env))].flatMap((home) => {
    const version = versionOf(home);
    return version === null ? [] : [{ home, version, command: join(home, 'bin/java') }];
  });
  const [newest] = found.sort((a, b) => b.version - a.version);
  if (newest !== undefined && newest.version >= oldest) return newest;
  const there = found.map(({ home, version }) => `${version} (${home})`).join(', ');
  throw new Error(
    `Trino needs Java ${oldest} or newer; here is ${there === '' ? 'none' : there}. Set JAVA_HOME.`,
  );
}

function homes(env) {
  const onPath = (env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'java'))
    .filter((file) => existsSync(file))
    .map((file) => dirname(dirname(realpathSync(file))));
  const kept = FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
    readdirSync(folder).flatMap((name) => [join(folder, name), join(folder, name, 'Contents/Home')]),
  );
  return [...(env.JAVA_HOME ? [env.JAVA_HOME] : []), ...onPath, ...kept].filter((home) =>
    existsSync(join(home, 'bin/java')),
  );
}

/** The feature version that a home says of itself, such as 25; null where it does not say. */
function versionOf(home) {
  const file = join(home, 'release');
  if (!existsSync(file)) return null;
  const said = /^JAVA_VERSION="(\d+)/m.exec(readFileSync(file, 'utf8'));
  return said === null ? null : Number(said[1]);
}
