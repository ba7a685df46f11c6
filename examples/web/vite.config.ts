import { defineConfig, type Plugin } from 'vite';

// In the page that is built, the browser itself refuses scripts of others and texts that would become HTML.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'img-src data:',
  'connect-src http: https: ws: wss:',
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const guard: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [{ tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: policy }, injectTo: 'head-prepend' }],
};

export default defineConfig({
  // The page works from any folder of any site.
  base: './',
  build: { target: 'es2022', modulePreload: false },
  plugins: [guard],
});
