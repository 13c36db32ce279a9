// Fetches the browser files named in assets.json from npm, checks every package against its SHA-512, and puts only the
// named files (and a Brotli copy of each script) where the bot serves them from.
//   node assets.mjs <work folder> <target folder>
// The check is ours and not npm's: a mirror, a cache or a changed setting of npm cannot put another file in its place.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { fileURLToPath } from 'node:url';

const [work, target] = process.argv.slice(2);
if (!work || !target) fail('usage: node assets.mjs <work folder> <target folder>');
const here = path.dirname(fileURLToPath(import.meta.url));
const entries = JSON.parse(fs.readFileSync(path.join(here, 'assets.json'), 'utf8'));
fs.mkdirSync(work, { recursive: true });
fs.mkdirSync(target, { recursive: true });
for (const entry of entries) take(entry);

function take({ package: name, version, integrity, take }) {
  const files = new Map(Object.entries(take).map(([from, to]) => [`package/${from}`, to]));
  for (const { path: member, bytes } of members(zlib.gunzipSync(tarball(name, version, integrity)))) {
    const to = files.get(member);
    if (!to) continue;
    files.delete(member);
    place(to, bytes);
    if (to.endsWith('.js')) place(`${to}.br`, zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 9 } }));
  }
  if (files.size) fail(`${name}@${version} has no ${[...files.keys()].join(', ')}`);
}

function tarball(name, version, integrity) {
  const file = path.join(work, `${name.replace(/^@/, '').replace('/', '-')}-${version}.tgz`);
  if (fs.existsSync(file) && hash(file) === integrity) return fs.readFileSync(file);
  const npm = spawnSync('npm', ['pack', `${name}@${version}`, '--pack-destination', work, '--silent', '--ignore-scripts'], {
    shell: process.platform === 'win32',
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (npm.error) fail(`npm was not found (${npm.error.code}). Install Node.js 20 or newer, which brings npm: https://nodejs.org`);
  if (npm.status !== 0) fail(`npm could not fetch ${name}@${version}. Is the npm registry reachable from here? npm said:\n${npm.stderr.trim()}`);
  const found = hash(file);
  if (found !== integrity) {
    fs.rmSync(file);
    fail(`${name}@${version} is not the package that was reviewed: expected ${integrity}, got ${found}. Nothing was taken from it.`);
  }
  return fs.readFileSync(file);
}

function hash(file) {
  return `sha512-${createHash('sha512').update(fs.readFileSync(file)).digest('base64')}`;
}

// ustar with the two ways of writing a long name that npm packages use: pax records and GNU's.
function* members(tar) {
  let longName;
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const text = (from, length) => tar.toString('utf8', at + from, at + from + length).split('\0')[0];
    const size = parseInt(text(124, 12).trim(), 8);
    const bytes = tar.subarray(at + 512, at + 512 + size);
    const kind = String.fromCharCode(tar[at + 156]);
    if (kind === 'x') longName = /(?:^|\n)\d+ path=([^\n]*)/.exec(bytes.toString('utf8'))?.[1];
    else if (kind === 'L') longName = bytes.toString('utf8').split('\0')[0];
    else {
      const folder = text(257, 5) === 'ustar' ? text(345, 155) : '';
      if (kind === '0' || kind === '\0') yield { path: longName ?? (folder ? `${folder}/` : '') + text(0, 100), bytes };
      longName = undefined;
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

// Renamed into place, so that a bot that starts meanwhile never serves half a file.
function place(name, bytes) {
  const temporary = path.join(target, `.${name}.${process.pid}`);
  fs.writeFileSync(temporary, bytes);
  fs.renameSync(temporary, path.join(target, name));
}

function fail(why) {
  console.error(`Web/assets.mjs : error WEB002: ${why}`);
  process.exit(1);
}
