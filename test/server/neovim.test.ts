import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const heshu = join(root, 'dist/cli/heshu.js');

const whyNot = (): string | undefined => {
  if (!existsSync(heshu)) return 'dist/ is not built';
  return spawnSync('nvim', ['--version']).status === 0 ? undefined : 'no nvim on the path';
};
const reason = whyNot();
if (reason) console.log(`skipped: Neovim: ${reason}`);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'heshu-nvim-'));
  cpSync(join(root, 'test/editor/workspace'), folder, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What Neovim has to say, one line of JSON. */
const script = (project: string): string => `
local client = vim.lsp.start_client({ name = 'heshu', cmd = { '${process.execPath}', '${heshu}', 'lsp', '--stdio' }, root_dir = '${project}' })
vim.cmd('edit ${project}/2025年政府工作报告.zcg')
vim.bo.filetype = 'policy-draft'
vim.lsp.buf_attach_client(0, client)
vim.wait(10000, function() return #vim.diagnostic.get(0) > 0 end)
local findings = {}
for _, diagnostic in ipairs(vim.diagnostic.get(0)) do table.insert(findings, diagnostic.code) end
for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
  local at = line:find('262亿元', 1, true)
  if at then vim.api.nvim_win_set_cursor(0, { number, at }) end
end
vim.lsp.buf.rename('268亿元')
vim.wait(5000, function() return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false)):find('268亿元', 1, true) end)
local params = vim.lsp.util.make_position_params()
local hover = vim.lsp.buf_request_sync(0, 'textDocument/hover', params, 5000)
io.stdout:write(vim.json.encode({ findings = findings, hover = hover[client].result.contents.value }))
vim.cmd('qa!')
`;

it.skipIf(reason !== undefined)(
  'Neovim shows findings and hovers, and changes a value',
  () => {
    const project = join(folder, '云溪区');
    const init = join(folder, 'init.lua');
    writeFileSync(init, script(project));
    const out = execFileSync('nvim', ['--headless', '-n', '-u', init], {
      encoding: 'utf8',
      timeout: 40_000,
      env: { ...process.env, XDG_STATE_HOME: folder, XDG_CACHE_HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const { findings, hover } = JSON.parse(out.slice(out.indexOf('{"'))) as { findings: string[]; hover: string };
    expect(findings).toEqual(['growth-rate', 'baseline-value', 'streak', 'approximation']);
    expect(hover).toContain('268亿元÷248亿元－1＝**8.1%**');
  },
  50_000,
);
