import type { CentreSettings, DeskTicket } from "@luot/hub-client";
import type { DeskWishes } from "../desk/deskWishes.ts";
import type { OutcomeChosen } from "../desk/OutcomeChoice.tsx";
import type { DossiersAtDesk } from "../dossier/useDossiers.ts";
import type { Question } from "./Question.ts";

/** What every question of the desk is handed. */
export interface QuestionProps {
  readonly settings: CentreSettings;
  readonly counterId: string;
  readonly waiting: readonly DeskTicket[];
  readonly absent: readonly DeskTicket[];
  readonly outcome: OutcomeChosen;
  readonly mayCallChosen: boolean;
  readonly wishes: DeskWishes;
  readonly dossiers: Pick<DossiersAtDesk, "state" | "wishes">;
  readonly mayOpenHolder: boolean;
  /** Asks something else, or nothing more. */
  readonly ask: (question: Question | null) => void;
}
