// Loaded before a program (`node --require`): whatever reaches for the network ends it loudly.
const { writeSync } = require('node:fs');

const refuse = (what) =>
  function refused() {
    writeSync(2, `NETWORK: ${what}\n${new Error().stack}\n`);
    process.exit(99);
  };

const net = require('node:net');
net.Socket.prototype.connect = refuse('net.connect');
net.Server.prototype.listen = refuse('net.listen');
require('node:tls').connect = refuse('tls.connect');
require('node:dgram').createSocket = refuse('dgram');
require('node:http2').connect = refuse('http2');
for (const module of [require('node:http'), require('node:https')])
  for (const name of ['request', 'get']) module[name] = refuse(`http.${name}`);
const dns = require('node:dns');
for (const module of [dns, dns.promises])
  for (const name of Object.keys(module)) if (/^(?:lookup|resolve|reverse)/.test(name)) module[name] = refuse(`dns.${name}`);
for (const name of ['fetch', 'WebSocket', 'EventSource'])
  Object.defineProperty(globalThis, name, { value: refuse(name), configurable: true });
// Nor may another program do it instead.
const processes = require('node:child_process');
for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'])
  processes[name] = refuse(`child_process.${name}`);
