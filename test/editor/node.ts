import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { writeFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import tls from 'node:tls';
import { runCases } from './cases.ts';
import { watch } from './network.ts';
import { noNetwork, reportVariable } from './report.ts';

/** Called by VS Code's Node extension host. */
export const run = async (): Promise<void> => {
  const asked: string[] = [];
  watch(asked, net.Socket.prototype, 'connect');
  watch(asked, net.Server.prototype, 'listen');
  watch(asked, tls, 'connect');
  watch(asked, dgram, 'createSocket');
  watch(asked, dns, 'lookup', 'resolve');
  watch(asked, http, 'request', 'get');
  watch(asked, https, 'request', 'get');
  watch(asked, globalThis, 'fetch');
  // What it does ask for is seen so: the server, started anew by one of the cases.
  const started: string[] = [];
  watch(started, childProcess, 'fork', 'spawn');
  const report = await runCases();
  report.cases.push(noNetwork(started.length > 0 ? asked : ['nothing that was seen']));
  writeFileSync(process.env[reportVariable]!, JSON.stringify(report));
};
