import { askHub } from "./askHub.ts";
import { readHubFile } from "./hubFile.ts";

/** How a device is paired from the command line. */
export interface PairWish {
  readonly code: string;
  readonly role: string;
  readonly name: string;
  readonly counterId: string | null;
  readonly zone: string | null;
}

const WORDS: Readonly<Record<string, string>> = {
  unknown_code:
    "No device shows this code now. Look at the device again: a code counts for ten minutes.",
  unknown_counter: "There is no such counter in the settings.",
};

/** `luot pair CODE --role kiosk`: confirms the code a device shows. @returns the exit code */
export async function pairCommand(wish: PairWish, data: string): Promise<number> {
  const running = readHubFile(data);
  const answer =
    running === null
      ? ({ kind: "unreachable" } as const)
      : await askHub(running.port, "/api/launcher/pair", wish);
  switch (answer.kind) {
    case "done":
      console.log(`Paired as ${wish.role}. The device goes on by itself.`);
      return 0;
    case "refused":
      console.error(WORDS[answer.message] ?? `The hub refused: ${answer.message}`);
      return 1;
    case "unreachable":
      console.error(
        `No hub runs with the data folder ${data}. Start it first, or name its folder with --data.`,
      );
      return 1;
    default:
      return 1;
  }
}
