import { defineConfig } from "vite";

// While developing, `npm run dev` serves the page and passes the API on to a
// `parley serve` that runs beside it.
const server = process.env["PARLEY_SERVER"] ?? "http://127.0.0.1:7474";

export default defineConfig({
  base: "/",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    target: "es2022",
    outDir: "dist",
    emptyOutDir: true,
    assetsInlineLimit: 0, // nothing inline: the page is served under a strict policy
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
  server: { proxy: { "/api": { target: server, changeOrigin: true }, "/metrics": server } },
});
