import path from "node:path";
import { parseArgs } from "node:util";
import type { SpeechLanguage } from "@luot/voice";
import { buildPack } from "./lib/voicePack/buildPack.ts";
import { missingPackages, synthesiserVersion, ToolError } from "./lib/voicePack/tools.ts";

const HELP = `Makes the clip packs of the announcements (Ogg Opus and manifest.json).

  node scripts/build-voice-pack.ts [--language vi|en] [--out FOLDER]

  --language  only this language; both when left out
  --out       where the folders vi and en go; packages/voice/pack when left out
  --help      this text

The same versions of the tools give the same files, byte for byte.
Ends with 0 when the packs are made, 1 when a tool failed, 2 for a wrong option, 3 when tools are
missing.`;

const LANGUAGES: readonly SpeechLanguage[] = ["vi", "en"];
const DEFAULT_OUT = path.join(import.meta.dirname, "..", "packages", "voice", "pack");

type Options =
  | { readonly kind: "help" }
  | { readonly kind: "wrong"; readonly message: string }
  | { readonly kind: "build"; readonly languages: readonly SpeechLanguage[]; readonly out: string };

function parseOptions(args: string[]): Options {
  const options = {
    help: { type: "boolean" },
    language: { type: "string" },
    out: { type: "string" },
  } as const;
  try {
    const { values } = parseArgs({ args, options, allowPositionals: false });
    if (values.help === true) return { kind: "help" };
    const languages = LANGUAGES.filter((each) => (values.language ?? each) === each);
    if (languages.length === 0)
      return { kind: "wrong", message: `no such language: ${values.language ?? ""}` };
    return { kind: "build", languages, out: path.resolve(values.out ?? DEFAULT_OUT) };
  } catch (error) {
    return { kind: "wrong", message: error instanceof Error ? error.message : String(error) };
  }
}

async function build(languages: readonly SpeechLanguage[], out: string): Promise<void> {
  const generator = synthesiserVersion();
  for (const language of languages) {
    const built = await buildPack(
      language,
      path.join(out, language),
      generator,
      (name, done, total) => console.log(`${language} ${done}/${total} ${name}`),
    );
    console.log(`${language}: ${built.clipCount} clips, ${built.byteCount} bytes`);
  }
}

async function main(): Promise<number> {
  const options = parseOptions(process.argv.slice(2));
  if (options.kind === "help") {
    console.log(HELP);
    return 0;
  }
  if (options.kind === "wrong") {
    console.error(`${options.message}\n\n${HELP}`);
    return 2;
  }
  const missing = missingPackages();
  if (missing.length > 0) {
    console.error(`tools are missing; on Debian: sudo apt-get install ${missing.join(" ")}`);
    return 3;
  }
  try {
    await build(options.languages, options.out);
    return 0;
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    console.error(error.message);
    return 1;
  }
}

process.exitCode = await main();
