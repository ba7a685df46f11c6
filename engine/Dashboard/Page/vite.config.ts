import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

// Each text once more, compressed as well as it can be: the server only hands it out.
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  writeBundle: ({ dir }) => {
    for (const name of readdirSync(dir!, { recursive: true, encoding: 'utf8' }).filter((one) => /\.(html|js|mjs|css|svg)$/.test(one)))
      writeFileSync(join(dir!, `${name}.br`), brotliCompressSync(readFileSync(join(dir!, name))));
  },
};

export default defineConfig({
  // The page works below any path of a proxy.
  base: './',
  build: { target: 'es2022', assetsDir: 'painel', assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 2000 },
  plugins: [compressed],
  // For those who work on the page: a server of their own answers.
  server: { proxy: { '^/(auth|jobs|status|executar|operadoras|faturas|arquivos|estatisticas|health|events)': 'http://localhost:8000', '/ws': { target: 'ws://localhost:8000', ws: true } } },
});
