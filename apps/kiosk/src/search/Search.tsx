import type { Dispatch, ReactNode } from "react";
import type { KioskAction } from "../flow/Screen.ts";
import type { Hall } from "../hall/serviceStanding.ts";
import { NoCatalogue } from "./NoCatalogue.tsx";
import { ProcedureSheet } from "./ProcedureSheet.tsx";
import type { SearchAt } from "./SearchAt.ts";
import { SearchList } from "./SearchList.tsx";
import { useCatalogue, useFreshCatalogue } from "./useCatalogue.ts";

export interface SearchProps {
  readonly hall: Hall;
  /** Whether numbers are given now. */
  readonly isOpen: boolean;
  /** Where somebody is; changed by `{ type: "searched", at }`. */
  readonly at: SearchAt;
  readonly dispatch: Dispatch<KioskAction>;
  /** Goes on to the number of a line; going back leads here again. */
  readonly onChoose: (serviceId: string) => void;
}

/** The search for a procedure by its name. It tells what to bring also when no number is given. */
export function Search({ hall, isOpen, at, dispatch, onChoose }: SearchProps): ReactNode {
  const shelf = useCatalogue();
  useFreshCatalogue();
  const move = (next: SearchAt): void => dispatch({ type: "searched", at: next });
  const leave = (): void => dispatch({ type: "started-again" });
  if (at.procedure !== null)
    return (
      <ProcedureSheet
        procedure={at.procedure}
        asOf={shelf.kind === "ready" ? shelf.catalogue.asOf : null}
        at={at}
        hall={hall}
        isOpen={isOpen}
        move={move}
        onChoose={onChoose}
      />
    );
  if (shelf.kind !== "ready") return <NoCatalogue why={shelf.kind} leave={leave} />;
  return <SearchList shelf={shelf} at={at} move={move} leave={leave} />;
}
