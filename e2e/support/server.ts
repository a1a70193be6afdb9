import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Mailbox } from "./mail.ts";
import { PASSWORD } from "./people.ts";

const here = dirname(fileURLToPath(import.meta.url));

/** The program under test: `TESSERA_BIN`, or what cargo built last. */
function binary(): string {
  const target = process.env["CARGO_TARGET_DIR"] ?? resolve(here, "../../target");
  const path = process.env["TESSERA_BIN"] ?? join(target, "debug/tessera");
  if (!existsSync(path)) throw new Error(`${path} is missing: run \`cargo build\` first, or set TESSERA_BIN`);
  return path;
}

async function freePort(): Promise<number> {
  return await new Promise((done, failed) => {
    const probe = createServer();
    probe.once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}

/** Where the journeys are on PostgreSQL, as the tests are: `E2E_POSTGRES` names a server that may be filled. */
const POSTGRES = process.env["E2E_POSTGRES"];

function psql(statement: string): void {
  execFileSync("psql", ["-qtA", "-v", "ON_ERROR_STOP=1", `${POSTGRES}/postgres`, "-c", statement]);
}

/** One server with a fresh database and a mail server of its own. */
export class Tessera {
  readonly folder = mkdtempSync(join(tmpdir(), "tessera-e2e-"));
  readonly mail = new Mailbox();
  url = "";
  log = "";
  #child: ChildProcess | undefined;
  #env: NodeJS.ProcessEnv = {};
  readonly #database = `tessera_e2e_${randomUUID().replaceAll("-", "")}`;

  static async start(settings: Record<string, string> = {}): Promise<Tessera> {
    const server = new Tessera();
    await server.mail.open();
    if (POSTGRES) psql(`CREATE DATABASE ${server.#database} TEMPLATE template0 ENCODING 'UTF8'`);
    const port = await freePort();
    server.url = `http://localhost:${port}`;
    server.#env = {
      PATH: process.env["PATH"],
      HOME: server.folder,
      TESSERA_HTTP__LISTEN: `127.0.0.1:${port}`,
      TESSERA_HTTP__BASE_URL: server.url,
      TESSERA_DATABASE__URL: POSTGRES ? `${POSTGRES}/${server.#database}` : `sqlite://${join(server.folder, "tessera.db")}`,
      TESSERA_DATA_DIR: join(server.folder, "data"),
      TESSERA_MAIL__TRANSPORT: `smtp://127.0.0.1:${server.mail.port}`,
      TESSERA_MAIL__FROM: "Tessera <noreply@tessera.example>",
      ...settings,
    };
    server.#child = spawn(binary(), ["serve"], { cwd: server.folder, env: server.#env });
    server.#child.stdout?.on("data", (text) => (server.log += text));
    server.#child.stderr?.on("data", (text) => (server.log += text));
    await server.#ready();
    return server;
  }

  async #ready(): Promise<void> {
    const deadline = Date.now() + 20_000;
    while (Date.now() < deadline) {
      if (this.#child?.exitCode != null) break;
      const answer = await fetch(`${this.url}/healthz`).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((wake) => setTimeout(wake, 50));
    }
    throw new Error(`the server did not start:\n${this.log}`);
  }

  /** Runs a subcommand on the same database; `input` goes to its standard input. */
  async run(args: string[], input = ""): Promise<string> {
    return await new Promise((done, failed) => {
      const child = execFile(binary(), args, { cwd: this.folder, env: this.#env, timeout: 30_000 }, (error, stdout, stderr) => {
        if (error) failed(new Error(`tessera ${args.join(" ")}: ${stderr || stdout || error.message}`));
        else done(stdout);
      });
      child.stdin?.end(input);
    });
  }

  async community(slug: string, name: string): Promise<void> {
    await this.run(["community", "create", "--slug", slug, "--name", name, "--timezone", "Europe/Rome", "--locale", "en"]);
  }

  async person(email: string, name: string, ...roles: string[]): Promise<void> {
    const chosen = roles.flatMap((role) => ["--role", role]);
    await this.run(["user", "create", "--email", email, "--name", name, ...chosen, "--password-stdin"], PASSWORD);
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (child && child.exitCode === null) {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      const deadline = setTimeout(() => child.kill("SIGKILL"), 10_000);
      await gone;
      clearTimeout(deadline);
    }
    await this.mail.close();
    if (POSTGRES) psql(`DROP DATABASE IF EXISTS ${this.#database} WITH (FORCE)`);
    rmSync(this.folder, { recursive: true, force: true });
  }
}
