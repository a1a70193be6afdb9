import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { defineConfig, type Plugin } from "vite";

/** Writes `name=file` lines for the server's build, and a compressed copy beside everything that shrinks. */
function forTheServer(outDir: string): Plugin {
  return {
    name: "for-the-server",
    closeBundle() {
      const files = readdirSync(join(outDir, "assets")).filter((f) => !/\.(gz|br)$/.test(f)).sort();
      const names = files.map((f) => `${f.replace(/-[\w-]{8}(?=\.\w+$)/, "")}=${f}`);
      writeFileSync(join(outDir, "names.txt"), names.join("\n") + "\n");
      for (const file of files.filter((f) => /\.(js|css|svg)$/.test(f))) {
        const path = join(outDir, "assets", file);
        const bytes = readFileSync(path);
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
        writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
      }
    },
  };
}

/** htmx runs strings as scripts only where it is told to; here the page's policy forbids it, so the door is walled up. */
function withoutEval(): Plugin {
  return {
    name: "without-eval",
    transform(code, id) {
      if (!/htmx\.esm\.js$/.test(id)) return;
      const shut = code.replace("return eval(str)", "return undefined");
      if (shut === code) this.error("htmx has changed: its call of eval was not found");
      return shut;
    },
  };
}

/**
 * FullCalendar puts its styles into the page by script, which the page's policy forbids: they are taken out and become
 * a part of the styles that are served. Its own letters for arrows are left out, they would be a font in a data address.
 */
function withStylesServed(): Plugin {
  const OWN = "virtual:fullcalendar/";
  const styles = new Map<string, string>();
  return {
    name: "with-styles-served",
    resolveId: (id) => (id.startsWith(OWN) ? `\0${id}` : undefined),
    load: (id) => styles.get(id),
    transform(code, id) {
      const name = /@fullcalendar\/(\w+)\/[\w-]+\.js$/.exec(id)?.[1];
      const found = /var css_248z = ("(?:[^"\\]|\\.)*");\ninjectStyles\(css_248z\);/.exec(code);
      if (!name || !found) {
        if (name && code.includes("injectStyles(css")) this.error(`FullCalendar has changed: the styles of ${name} were not found`);
        return;
      }
      const text = (JSON.parse(found[1]!) as string).replace(/@font-face\{[^}]*\}/g, "");
      styles.set(`\0${OWN}${name}.css`, text);
      let served = code.replace(found[0], `import "${OWN}${name}.css";`);
      if (name === "core") {
        const root = "function registerStylesRoot(rootNode) {";
        if (!served.includes(root)) this.error("FullCalendar has changed: where it makes its style element was not found");
        served = served.replace(root, `${root} return;`);
      }
      return { code: served, moduleSideEffects: true };
    },
  };
}

export default defineConfig({
  base: "/",
  publicDir: false,
  plugins: [withoutEval(), withStylesServed(), forTheServer("dist")],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    modulePreload: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    target: "es2022",
    // light-dark() and oklch() stay as written: the tokens are the one place where a colour is decided.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    rollupOptions: {
      input: { app: "src/app.ts", calendar: "src/calendar.ts", embed: "src/embed.ts", sw: "src/worker/sw.ts" },
      output: {
        entryFileNames: "assets/[name]-[hash:8].js",
        chunkFileNames: "assets/[name]-[hash:8].js",
        assetFileNames: "assets/[name]-[hash:8][extname]",
      },
    },
  },
});
